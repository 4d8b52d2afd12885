package comity.law.matching;

import comity.law.offence.OffencePattern;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// One act in two laws. It is punishable in a State when that State's law reaches it as any of the offences; it need
/// not be the same one in both (art. 35(3)).
///
/// @param name the act in a few words
/// @param offences as what it may be seen
public record ActMatch(String name, List<OffenceMatch> offences) {
    public ActMatch {
        offences = List.copyOf(offences);
    }

    /// The way in which the first State's law reaches furthest.
    public Finding first() {
        return best(OffenceMatch::first);
    }

    /// The way in which the second State's law reaches furthest.
    public Finding second() {
        return best(OffenceMatch::second);
    }

    private Finding best(Function<OffenceMatch, Finding> side) {
        return offences.stream()
                .map(side)
                .min(Comparator.comparing(Finding::answer, Answer.BEST_FIRST))
                .orElseThrow();
    }

    public Answer answer() {
        return first().answer().and(second().answer());
    }

    /// Whether the Convention establishes an offence as which this act is seen.
    public boolean isOfConvention() {
        return offences.stream().map(OffenceMatch::offence).anyMatch(OffencePattern::isOfConvention);
    }
}
