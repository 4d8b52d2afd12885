package comity.api.request;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What waits at this desk, the soonest to breach first.
///
/// @param at the moment it shows
/// @param lines one line for each thing that waits
/// @param next the cursor of the next page; nothing on the last
public record Inbox(Instant at, List<Line> lines, @Nullable String next) {
    public Inbox {
        lines = List.copyOf(lines);
    }

    /// One thing that waits.
    ///
    /// @param request the request
    /// @param needs what is expected of this desk now, as a stable word; nothing when others are expected to act
    /// @param dueAt when it breaches; nothing when no clock runs
    /// @param dueText the cause of the clock in words
    /// @param owner the pseudonym of the person who has taken it
    public record Line(
            RequestSummary request,
            @Nullable String needs,
            @Nullable Instant dueAt,
            @Nullable String dueText,
            @Nullable String owner) {}
}
