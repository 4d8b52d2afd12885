package comity.safeguards;

import comity.law.ConventionOffences;
import comity.law.Offence;
import comity.law.RefusalGround;
import comity.law.eligibility.Cooperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What must be true before a preservation is asked of another State (arts 35, 42(1), 42(3)).
final class AskingRules {
    private final ConventionOffences offences;
    private final Cooperation preservation;
    private final BasisRules basis;
    private final OffenceRules offence;

    AskingRules(ConventionOffences offences, Cooperation preservation, BasisRules basis, OffenceRules offence) {
        this.offences = offences;
        this.preservation = preservation;
        this.basis = basis;
        this.offence = offence;
    }

    Ruling rule(Proposal.AskPreservation ask) {
        List<Ground> grounds = new ArrayList<>();
        if (ask.requesting().state().equals(ask.requested().state())) {
            grounds.add(new Ground("same-state", "42(1)"));
        }
        basis.against(ask.basis(), ask.requesting(), ask.requested()).ifPresent(grounds::add);
        offence.against(ask.offence()).ifPresent(grounds::add);
        missing(ask.assistanceIntended(), "assistance-intended", "assistance-not-intended")
                .ifPresent(grounds::add);
        missing(!ask.necessity().isBlank(), "necessity", "necessity-missing").ifPresent(grounds::add);
        return grounds.isEmpty() ? new Ruling.Allowed(cautions(ask)) : new Ruling.Forbidden(grounds);
    }

    /// What the law requires a request to say and this one does not.
    private Optional<Ground> missing(boolean said, String content, String ground) {
        return preservation
                .required(content)
                .filter(_ -> !said)
                .map(required -> new Ground(ground, required.provision()));
    }

    private List<Caution> cautions(Proposal.AskPreservation ask) {
        List<Caution> cautions = new ArrayList<>();
        if (!ask.offence().isNamedFromConvention()) {
            cautions.add(new Caution("offence-outside-convention", "35(1)(c)"));
            preservation.open(ask.requested().reservedDualCriminality(), false).stream()
                    .filter(RefusalGround::needsReservation)
                    .forEach(ground ->
                            cautions.add(new Caution("may-be-refused-for-dual-criminality", ground.provision())));
        }
        if (ask.contentAsked()) {
            cautions.add(new Caution("content-asked", "24(1)"));
        }
        if (ask.confidential() && !ask.confidentialityEnds()) {
            cautions.add(new Caution(
                    "secrecy-without-end",
                    preservation.content("confidentiality").provision()));
        }
        offences.find(ask.offence().conventionId()).ifPresent(named -> victims(named, cautions));
        return cautions;
    }

    private static void victims(Offence offence, List<Caution> cautions) {
        if (offence.aboutChildren()) {
            cautions.add(new Caution("names-of-children", "34"));
        }
        if (offence.victimSupport()) {
            cautions.add(new Caution("victim-support", "34"));
        }
        if (offence.contentRemoval()) {
            cautions.add(new Caution("content-removal", "34"));
        }
    }
}
