package comity.law.offence;

import java.util.Optional;
import java.util.Set;

/// For which offences a State's law allows interception of content: the *range of serious offences* of art. 30.
public sealed interface InterceptionRange {
    /// Whether an offence is in the range; empty when it is not known.
    Optional<Boolean> holds(String offence);

    /// For every offence.
    record All() implements InterceptionRange {
        @Override
        public Optional<Boolean> holds(String offence) {
            return Optional.of(true);
        }
    }

    /// For these offences.
    record Listed(Set<String> offences) implements InterceptionRange {
        public Listed {
            offences = Set.copyOf(offences);
        }

        @Override
        public Optional<Boolean> holds(String offence) {
            return Optional.of(offences.contains(offence));
        }
    }

    /// The book does not say.
    record NotKnown() implements InterceptionRange {
        @Override
        public Optional<Boolean> holds(String offence) {
            return Optional.empty();
        }
    }
}
