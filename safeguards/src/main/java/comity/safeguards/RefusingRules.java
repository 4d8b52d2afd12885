package comity.safeguards;

import comity.law.Law;
import comity.law.Measure;
import comity.law.RefusalGround;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A refusal is an answer: it has one of the few grounds of art. 42(6) or a reservation under 42(5), reasons that
/// the other State can work with, and comes after a consultation.
final class RefusingRules {
    private static final String DISCRIMINATION = "substantial-grounds";

    private final Law law;

    RefusingRules(Law law) {
        this.law = law;
    }

    Ruling rule(Refusal refusal) {
        List<Ground> grounds = new ArrayList<>();
        against(refusal).ifPresent(grounds::add);
        if (refusal.nationalLaw().isBlank()) {
            grounds.add(new Ground("national-law-missing", "40(25)"));
        }
        reasonsTooFew(refusal.reasons()).ifPresent(grounds::add);
        notConsulted(refusal).ifPresent(grounds::add);
        Questions.unanswered(refusal.judgement()).forEach(grounds::add);
        if (refusal.ground().equals(DISCRIMINATION) && refusal.judgement().substantialGrounds() == Answer.NO) {
            grounds.add(new Ground("substantial-grounds-contradicted", "40(22)"));
        }
        return grounds.isEmpty() ? new Ruling.Allowed(cautions(refusal)) : new Ruling.Forbidden(grounds);
    }

    /// The grounds this State may use in this case.
    List<RefusalGround> groundsFor(Standing requested, NamedOffence offence) {
        return law.grounds().forMeasure(Measure.PRESERVATION).stream()
                .filter(ground -> !ground.needsReservation() || requested.reservedDualCriminality())
                .filter(ground -> !ground.onlyOutsideConvention() || !offence.isNamedFromConvention())
                .toList();
    }

    private Optional<Ground> against(Refusal refusal) {
        Optional<RefusalGround> found = law.grounds().find(refusal.ground());
        if (found.isEmpty()) {
            return Optional.of(new Ground("unknown-refusal-ground", "42(6)"));
        }
        RefusalGround ground = found.get();
        if (ground.kind() == RefusalGround.Kind.NEVER_ALONE) {
            return Optional.of(new Ground("refusal-ground-never-alone", ground.provision()));
        }
        if (!ground.isFor(Measure.PRESERVATION)) {
            return Optional.of(new Ground("refusal-ground-not-for-preservation", "42(6)"));
        }
        if (ground.needsReservation() && !refusal.requested().reservedDualCriminality()) {
            return Optional.of(new Ground("reservation-not-made", ground.provision()));
        }
        if (ground.onlyOutsideConvention() && refusal.offence().isNamedFromConvention()) {
            return Optional.of(new Ground("convention-offence-not-reservable", ground.provision()));
        }
        return Optional.empty();
    }

    private Optional<Ground> reasonsTooFew(String reasons) {
        if (reasons.isBlank()) {
            return Optional.of(new Ground(
                    "reasons-missing", law.grounds().reasonsRequired().article()));
        }
        return Words.count(reasons) < law.grounds().reasonsMinimumWords().value()
                ? Optional.of(new Ground(
                        "reasons-too-short", law.grounds().reasonsMinimumWords().article()))
                : Optional.empty();
    }

    private Optional<Ground> notConsulted(Refusal refusal) {
        boolean first = law.grounds()
                .find(refusal.ground())
                .map(RefusalGround::consultFirst)
                .orElse(law.grounds().consultFirst().value());
        return first && !refusal.consulted()
                ? Optional.of(
                        new Ground("not-consulted", law.grounds().consultFirst().article()))
                : Optional.empty();
    }

    private static List<Caution> cautions(Refusal refusal) {
        List<Caution> cautions = new ArrayList<>();
        cautions.add(new Caution("refusal-is-read-abroad", "40(25)"));
        if (refusal.judgement().substantialGrounds() == Answer.YES
                && !refusal.ground().equals(DISCRIMINATION)) {
            cautions.add(new Caution("substantial-grounds-not-cited", "40(22)"));
        }
        return cautions;
    }
}
