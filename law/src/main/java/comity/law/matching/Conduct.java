package comity.law.matching;

import comity.law.offence.Part;
import java.util.List;
import java.util.Set;

/// What a person is said to have done. The comparison is of this, not of what a law calls it (art. 35(3)).
///
/// @param about one sentence for people
/// @param part the part the person had in it
/// @param acts what was done, each act once
/// @param shown facts that are shown: elements, or further facts that a law demands, for example `serious-harm`
/// @param ruledOut facts that are known not to be so
public record Conduct(String about, Part part, List<Act> acts, Set<String> shown, Set<String> ruledOut) {
    /// One act, and all offences as which a law may see it. It is punishable where one of them reaches it.
    ///
    /// @param name in a few words
    /// @param offences at least one
    public record Act(String name, List<Alleged> offences) {
        public Act {
            offences = List.copyOf(offences);
            if (offences.isEmpty()) {
                throw new IllegalArgumentException("An act is seen as at least one offence");
            }
        }
    }

    /// An act seen as one offence.
    ///
    /// @param offence its id
    /// @param ways which of the offence's alternatives it was, as ids of elements
    public record Alleged(String offence, Set<String> ways) {
        public Alleged {
            ways = Set.copyOf(ways);
        }
    }

    public Conduct {
        acts = List.copyOf(acts);
        shown = Set.copyOf(shown);
        ruledOut = Set.copyOf(ruledOut);
        if (acts.isEmpty()) {
            throw new IllegalArgumentException("Conduct is at least one act");
        }
    }
}
