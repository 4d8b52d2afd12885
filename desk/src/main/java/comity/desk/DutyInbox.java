package comity.desk;

import comity.kernel.Actor;
import comity.requests.Page;
import comity.requests.preservation.CaseLine;
import comity.requests.preservation.CaseLine.WaitsFor;
import comity.requests.preservation.Cases;
import java.util.Optional;

/// What waits, the next end of a clock first, then the gravest. Costs the same with a thousand cases and a million.
public final class DutyInbox {
    /// Counting stops here: beyond it a person needs the word "many", not a number.
    public static final int COUNTED_AT_MOST = 1000;

    private final Cases cases;

    public DutyInbox(Cases cases) {
        this.cases = cases;
    }

    /// The lines that wait for somebody.
    public Page<CaseLine> lines(Actor who, WaitsFor whom, Optional<String> cursor, int limit) {
        return cases.waiting(who, whom, cursor, limit);
    }

    /// How many need us, and how many wait for others.
    public Snapshot snapshot(Actor who) {
        return new Snapshot(
                cases.countWaiting(who, WaitsFor.US, COUNTED_AT_MOST),
                cases.countWaiting(who, WaitsFor.THEM, COUNTED_AT_MOST));
    }

    /// The numbers above the list; each counts to [#COUNTED_AT_MOST] at most.
    public record Snapshot(int needUs, int waitForOthers) {}
}
