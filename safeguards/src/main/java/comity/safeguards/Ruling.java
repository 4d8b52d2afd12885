package comity.safeguards;

import java.util.List;

/// What the safeguards say of a proposal.
public sealed interface Ruling {
    /// It may go on; the cautions are shown to the person.
    record Allowed(List<Caution> cautions) implements Ruling {
        public Allowed {
            cautions = List.copyOf(cautions);
        }
    }

    /// It may not go on, for all these grounds at once.
    ///
    /// @param grounds at least one
    record Forbidden(List<Ground> grounds) implements Ruling {
        public Forbidden {
            grounds = List.copyOf(grounds);
            if (grounds.isEmpty()) {
                throw new IllegalArgumentException("Whatever is forbidden is forbidden for a ground");
            }
        }

        /// The first, for places that show one.
        public Ground ground() {
            return grounds.getFirst();
        }
    }
}
