package comity.requests.identifiers;

import comity.kernel.Complaint;
import comity.kernel.WrittenTime;
import comity.law.DraftingPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Looks at a period from one time to another.
public final class TimeRange {
    private TimeRange() {}

    /// @param pointer the item that holds `from` and `to`, for example `/items/0`
    public static List<Complaint> check(String pointer, WrittenTime from, WrittenTime to, DraftingPolicy policy) {
        List<Complaint> complaints = new ArrayList<>();
        Duration length = Duration.between(from.instant(), to.instant());
        if (length.isNegative()) {
            complaints.add(Complaint.blocks(pointer + "/to/text", "range-backwards"));
        }
        if (length.compareTo(Duration.ofDays(policy.rangeWarnDays().value())) > 0) {
            complaints.add(Complaint.warns(pointer + "/to/text", "range-too-long")
                    .with(Map.of(
                            "days", Long.toString(length.toDays()),
                            "limit", policy.rangeWarnDays().value().toString())));
        }
        return complaints;
    }
}
