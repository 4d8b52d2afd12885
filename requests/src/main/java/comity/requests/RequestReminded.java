package comity.requests;

import comity.kernel.RequestReference;
import java.time.Instant;

/// A clock came near its end or passed it.
///
/// @param event `alarm` before the end, `breached` after it
/// @param daysLeft full days until the end; 0 when it has passed or when the term is counted in hours
public record RequestReminded(
        RequestReference reference, Side side, String event, int daysLeft, Urgency.Criterion urgency, Instant at)
        implements RequestEvent {}
