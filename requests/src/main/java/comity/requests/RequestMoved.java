package comity.requests;

import comity.kernel.RequestReference;
import java.time.Instant;

/// A request of ours or theirs is in another state, or its clock runs otherwise.
///
/// @param event the word of what happened, as in the timeline
/// @param state the word of the state it is in now
/// @param byPeer whether the other State caused it: then somebody here should look
public record RequestMoved(
        RequestReference reference,
        Side side,
        String event,
        String state,
        Urgency.Criterion urgency,
        boolean byPeer,
        Instant at)
        implements RequestEvent {}
