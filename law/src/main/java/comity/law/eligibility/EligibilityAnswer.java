package comity.law.eligibility;

import comity.law.RefusalGround;
import comity.law.basis.Carries;
import comity.law.basis.Reason;
import comity.law.matching.DualCriminality;
import comity.law.matching.Seriousness;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The answer, whole. What follows from it is for a person to decide.
///
/// @param asked the question
/// @param measure what is asked
/// @param carries the best answer of all bases
/// @param bases each basis with its own answer, in the order of preference
/// @param channel who is asked, in which language
/// @param grounds on which the other State may decline
/// @param neverAlone grounds that are never enough by themselves
/// @param dualCriminality whether it matters that both laws punish the conduct; empty where nothing is known of it
/// @param asking whether it is a serious crime under the asking State's law, where a provision is known
/// @param askedSide the same under the other State's law
/// @param cautions what a person should look at
/// @param registerAsOf the day of the register that it rests on
public record EligibilityAnswer(
        Asked asked,
        Cooperation measure,
        Carries carries,
        List<BasisAnswer> bases,
        Channel channel,
        List<RefusalGround> grounds,
        List<RefusalGround> neverAlone,
        Optional<DualCriminality.Answered> dualCriminality,
        Optional<Seriousness.Side> asking,
        Optional<Seriousness.Side> askedSide,
        List<Reason> cautions,
        LocalDate registerAsOf) {
    public EligibilityAnswer {
        bases = List.copyOf(bases);
        grounds = List.copyOf(grounds);
        neverAlone = List.copyOf(neverAlone);
        cautions = List.copyOf(cautions);
    }

    /// The basis that a request would name first: the best answer; of those alike one that is not on one kind of crime
    /// only, and then the first. None when nothing is known to carry it.
    public Optional<BasisAnswer> best() {
        return bases.stream()
                .filter(basis -> basis.carries() == carries)
                .filter(basis -> basis.carries().compareTo(Carries.WITH_FACTS) <= 0)
                .min(Comparator.comparing(BasisAnswer::narrow));
    }
}
