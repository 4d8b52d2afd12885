package comity.api.desk;

import comity.api.emergency.EmergencySummary;
import comity.api.request.RequestSummary;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What waits at this desk, the soonest to breach first.
///
/// @param at the moment it shows
/// @param emergencies the requests to avert an emergency that wait for this desk, before all lines, at most 20; only on
///     the first page of what waits for us
/// @param lines one line for each thing that waits
/// @param next the cursor of the next page; nothing on the last
public record Inbox(
        Instant at,
        List<EmergencySummary> emergencies,
        List<Line> lines,
        @Nullable String next) {
    public Inbox {
        emergencies = List.copyOf(emergencies);
        lines = List.copyOf(lines);
    }

    /// One thing that waits.
    ///
    /// @param request the request
    /// @param dueAt when its clock ends; nothing when nothing ends
    public record Line(RequestSummary request, @Nullable Instant dueAt) {}
}
