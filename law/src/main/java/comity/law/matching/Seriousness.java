package comity.law.matching;

import comity.kernel.StateCode;
import comity.law.ConventionOffences;
import comity.law.Fact;
import comity.law.offence.Limitation;
import comity.law.offence.OffenceCatalogue;
import comity.law.offence.Penalty;
import comity.law.offence.Provision;
import comity.law.offence.Reach;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

/// Whether a crime is serious (art. 2(h)), under one law at a time: the Convention does not say whose law counts, so
/// both are shown.
public final class Seriousness {
    private final Fact<Integer> threshold;

    public Seriousness(ConventionOffences offences) {
        this.threshold = offences.seriousCrimeMaximumYears();
    }

    /// What a law says.
    public enum Verdict {
        SERIOUS,
        NOT_SERIOUS,
        /// No provision, or one whose penalty the book does not say.
        NOT_KNOWN
    }

    /// One law's side.
    ///
    /// @param state whose law
    /// @param verdict whether the penalty reaches the threshold
    /// @param penalty the most that is threatened
    /// @param limitation how long it can be prosecuted
    /// @param provision where it says so
    public record Side(
            StateCode state, Verdict verdict, Penalty penalty, Limitation limitation, Optional<Provision> provision) {}

    /// From which length of penalty a crime is serious, with its source.
    public Fact<Integer> threshold() {
        return threshold;
    }

    /// The provision that carries a finding.
    public Side of(Finding finding) {
        return side(finding.state(), finding.provision());
    }

    /// The provision that threatens the most for an offence on a day.
    public Side of(OffenceCatalogue catalogue, StateCode state, String offence, LocalDate day) {
        return side(
                state,
                catalogue.reaching(state, offence, day).stream()
                        .map(Reach::provision)
                        .max(Comparator.comparing(Provision::maximumPenalty, Penalty.LIGHTEST_FIRST)));
    }

    private Side side(StateCode state, Optional<Provision> provision) {
        Penalty penalty = provision.map(Provision::maximumPenalty).orElse(Penalty.Plain.NOT_KNOWN);
        Verdict verdict = penalty.reaches(threshold.value())
                .map(reached -> reached ? Verdict.SERIOUS : Verdict.NOT_SERIOUS)
                .orElse(Verdict.NOT_KNOWN);
        Limitation limitation = provision.map(Provision::limitation).orElse(Limitation.Plain.NOT_KNOWN);
        return new Side(state, verdict, penalty, limitation, provision);
    }
}
