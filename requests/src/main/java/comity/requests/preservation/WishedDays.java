package comity.requests.preservation;

import comity.kernel.Complaint;
import comity.law.DraftingPolicy;
import java.util.List;
import java.util.Map;

/// How many days somebody asks for, or gives. One question for the draft, for more time, and for the answer to that.
final class WishedDays {
    private WishedDays() {}

    /// What is wrong with a number of days; nothing is fine.
    static List<Complaint> complaints(int days, DraftingPolicy policy) {
        int most = policy.longestWishDays().value();
        if (days < 1) {
            return List.of(Complaint.blocks("/days", "not-days"));
        }
        return days <= most
                ? List.of()
                : List.of(Complaint.blocks("/days", "days-over-limit")
                        .with(Map.of("days", Integer.toString(days), "limit", Integer.toString(most))));
    }
}
