package comity.safeguards;

import java.util.ArrayList;
import java.util.List;

/// What must be true before a State gives another what it has collected (arts 40, 44).
final class HandoverRules {
    private HandoverRules() {}

    static Ruling rule(Proposal.HandOver handOver) {
        List<Ground> grounds = new ArrayList<>();
        if (!handOver.assistanceRequested()) {
            grounds.add(new Ground("assistance-not-requested", "44"));
        }
        if (handOver.order().isBlank()) {
            grounds.add(new Ground("domestic-order-missing", "27"));
        }
        return grounds.isEmpty() ? new Ruling.Allowed(List.of()) : new Ruling.Forbidden(grounds);
    }
}
