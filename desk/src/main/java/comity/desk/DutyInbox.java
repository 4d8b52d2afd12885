package comity.desk;

import comity.kernel.Actor;
import comity.requests.Page;
import comity.requests.emergency.Emergencies;
import comity.requests.emergency.EmergencyCase;
import comity.requests.preservation.CaseLine;
import comity.requests.preservation.CaseLine.WaitsFor;
import comity.requests.preservation.Cases;
import java.util.List;
import java.util.Optional;

/// What waits, the next end of a clock first, then the gravest. Costs the same with a thousand cases and a million.
public final class DutyInbox {
    /// Counting stops here: beyond it a person needs the word "many", not a number.
    public static final int COUNTED_AT_MOST = 1000;

    /// So many emergencies are shown above the lines; the list of emergencies has the others.
    private static final int MOST_EMERGENCIES = 20;

    private final Cases cases;
    private final Emergencies emergencies;

    public DutyInbox(Cases cases, Emergencies emergencies) {
        this.cases = cases;
        this.emergencies = emergencies;
    }

    /// The emergencies that stand above the lines of a page: those that wait for us, the next end first, above the
    /// first page of what waits for us; none above any other page.
    public List<EmergencyCase> emergencies(Actor who, WaitsFor whom, Optional<String> cursor) {
        return whom == WaitsFor.US && cursor.isEmpty() ? emergencies.waiting(who, MOST_EMERGENCIES) : List.of();
    }

    /// The lines that wait for somebody.
    public Page<CaseLine> lines(Actor who, WaitsFor whom, Optional<String> cursor, int limit) {
        return cases.waiting(who, whom, cursor, limit);
    }

    /// How many need us, emergencies among them, and how many wait for others.
    public Snapshot snapshot(Actor who) {
        int needUs =
                emergencies.countWaiting(who, COUNTED_AT_MOST) + cases.countWaiting(who, WaitsFor.US, COUNTED_AT_MOST);
        return new Snapshot(Math.min(needUs, COUNTED_AT_MOST), cases.countWaiting(who, WaitsFor.THEM, COUNTED_AT_MOST));
    }

    /// The numbers above the list; each counts to [#COUNTED_AT_MOST] at most.
    public record Snapshot(int needUs, int waitForOthers) {}
}
