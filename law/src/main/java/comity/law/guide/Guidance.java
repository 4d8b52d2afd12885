package comity.law.guide;

import comity.law.matching.Conduct;
import java.util.List;
import java.util.Optional;

/// Where the replies lead.
///
/// @param offences the offences that they point to: those that fit first, and of these the one with least left to show
/// @param cautions where care is due, each once
/// @param conduct the same as conduct, to be compared in two laws; empty while no offence fits
public record Guidance(List<LikelyOffence> offences, List<String> cautions, Optional<Conduct> conduct) {
    public Guidance {
        offences = List.copyOf(offences);
        cautions = List.copyOf(cautions);
    }
}
