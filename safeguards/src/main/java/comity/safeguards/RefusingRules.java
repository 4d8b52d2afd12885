package comity.safeguards;

import comity.law.RefusalGround;
import comity.law.RefusalGrounds;
import comity.law.eligibility.Cooperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A refusal is an answer: it has one of the few grounds of art. 42(6) or a reservation under 42(5), reasons that
/// the other State can work with, and comes after a consultation.
final class RefusingRules {
    private static final String DISCRIMINATION = "substantial-grounds";

    /// The paragraph that names the grounds of preservation and no others.
    private static final String WHICH_GROUNDS = "42(6)";

    private final RefusalGrounds known;
    private final Cooperation preservation;

    /// @param known every ground there is, and what goes with any refusal
    RefusingRules(RefusalGrounds known, Cooperation preservation) {
        this.known = known;
        this.preservation = preservation;
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
        return preservation.open(requested.reservedDualCriminality(), offence.isNamedFromConvention());
    }

    private Optional<Ground> against(Refusal refusal) {
        Optional<RefusalGround> found = known.find(refusal.ground());
        if (found.isEmpty()) {
            return Optional.of(new Ground("unknown-refusal-ground", WHICH_GROUNDS));
        }
        String provision = found.get().provision();
        return preservation
                .shuts(
                        found.get(),
                        refusal.requested().reservedDualCriminality(),
                        refusal.offence().isNamedFromConvention())
                .map(shut -> switch (shut) {
                    case NEVER_ALONE -> new Ground("refusal-ground-never-alone", provision);
                    case NOT_FOR_MEASURE -> new Ground("refusal-ground-not-for-preservation", WHICH_GROUNDS);
                    case RESERVATION_NOT_MADE -> new Ground("reservation-not-made", provision);
                    case CONVENTION_OFFENCE -> new Ground("convention-offence-not-reservable", provision);
                });
    }

    private Optional<Ground> reasonsTooFew(String reasons) {
        if (reasons.isBlank()) {
            return Optional.of(
                    new Ground("reasons-missing", known.reasonsRequired().article()));
        }
        return Words.count(reasons) < known.reasonsMinimumWords().value()
                ? Optional.of(new Ground(
                        "reasons-too-short", known.reasonsMinimumWords().article()))
                : Optional.empty();
    }

    private Optional<Ground> notConsulted(Refusal refusal) {
        boolean first = known.find(refusal.ground())
                .map(RefusalGround::consultFirst)
                .orElse(known.consultFirst().value());
        return first && !refusal.consulted()
                ? Optional.of(new Ground("not-consulted", known.consultFirst().article()))
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
