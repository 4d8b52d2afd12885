package comity.safeguards;

import comity.law.eligibility.Cooperation;
import java.util.ArrayList;
import java.util.List;

/// What must be true before a State orders data kept for another (arts 24, 25, 40(22), 42(4)).
///
/// Dual criminality is not among it: art. 42(4) does not allow that condition.
final class OrderingRules {
    private final Cooperation preservation;
    private final BasisRules basis;
    private final OffenceRules offence;

    OrderingRules(Cooperation preservation, BasisRules basis, OffenceRules offence) {
        this.preservation = preservation;
        this.basis = basis;
        this.offence = offence;
    }

    Ruling rule(Proposal.OrderPreservation order) {
        List<Ground> grounds = new ArrayList<>();
        basis.against(order.basis(), order.requesting(), order.requested()).ifPresent(grounds::add);
        offence.against(order.offence()).ifPresent(grounds::add);
        if (order.domesticOrder().isBlank()) {
            grounds.add(new Ground(
                    "domestic-order-missing",
                    preservation.clock("domestic-order").source().article()));
        }
        Questions.unanswered(order.judgement()).forEach(grounds::add);
        if (order.judgement().substantialGrounds() == Answer.YES) {
            // A person who believes that the request serves persecution refuses it or corrects the answer: both leave a
            // trace. What cannot happen is that the order goes out beside that answer.
            grounds.add(new Ground("substantial-grounds-found", "40(22)"));
        }
        return grounds.isEmpty() ? new Ruling.Allowed(cautions(order)) : new Ruling.Forbidden(grounds);
    }

    private static List<Caution> cautions(Proposal.OrderPreservation order) {
        List<Caution> cautions = new ArrayList<>();
        if (order.judgement().substantialGrounds() == Answer.UNKNOWN) {
            cautions.add(new Caution("substantial-grounds-unknown", "40(22)"));
        }
        if (order.judgement().protectedRole() == Answer.YES) {
            cautions.add(new Caution("protected-role", "24(1)"));
        }
        if (order.judgement().protectedRole() == Answer.UNKNOWN) {
            cautions.add(new Caution("protected-role-unknown", "24(1)"));
        }
        if (!order.offence().isNamedFromConvention()) {
            cautions.add(new Caution("offence-outside-convention", "35(1)(c)"));
        }
        return cautions;
    }
}
