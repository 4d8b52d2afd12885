package comity.safeguards;

import comity.law.Law;
import comity.law.Offence;
import java.util.ArrayList;
import java.util.List;

/// What must be true before a preservation is asked of another State (arts 35, 42(1), 42(3)).
final class AskingRules {
    private final Law law;
    private final BasisRules basis;

    AskingRules(Law law, BasisRules basis) {
        this.law = law;
        this.basis = basis;
    }

    Ruling rule(Proposal.AskPreservation ask) {
        List<Ground> grounds = new ArrayList<>();
        if (ask.requesting().state().equals(ask.requested().state())) {
            grounds.add(new Ground("same-state", "42(1)"));
        }
        basis.against(ask.basis(), ask.requesting(), ask.requested()).ifPresent(grounds::add);
        OffenceRules.against(law, ask.offence()).ifPresent(grounds::add);
        if (!ask.assistanceIntended()) {
            grounds.add(new Ground("assistance-not-intended", "42(3)(f)"));
        }
        if (ask.necessity().isBlank()) {
            grounds.add(new Ground("necessity-missing", "42(3)(e)"));
        }
        return grounds.isEmpty() ? new Ruling.Allowed(cautions(ask)) : new Ruling.Forbidden(grounds);
    }

    private List<Caution> cautions(Proposal.AskPreservation ask) {
        List<Caution> cautions = new ArrayList<>();
        if (!ask.offence().isNamedFromConvention()) {
            cautions.add(new Caution("offence-outside-convention", "35(1)(c)"));
            if (ask.requested().reservedDualCriminality()) {
                cautions.add(new Caution("may-be-refused-for-dual-criminality", "42(5)"));
            }
        }
        if (ask.contentAsked()) {
            cautions.add(new Caution("content-asked", "24(1)"));
        }
        if (ask.confidential() && !ask.confidentialityEnds()) {
            cautions.add(new Caution("secrecy-without-end", "42(3)(g)"));
        }
        law.offences().find(ask.offence().conventionId()).ifPresent(offence -> victims(offence, cautions));
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
