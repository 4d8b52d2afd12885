package comity.requests.preservation;

import java.time.Instant;
import java.util.Map;

/// Keeping data until a request for assistance is decided (art. 42(8)): by an act of the requested State, or at once
/// when the requesting State's letter says that its request is made.
final class Holding {
    private Holding() {}

    static Step<IncomingCase> step(IncomingCase request, Incoming.Kept kept, String mlaReference, Instant now) {
        IncomingCase next = request.linkedTo(mlaReference)
                .moved(Moves.hold(kept, mlaReference, now), new TermClock.Held(mlaReference, now), now);
        return Step.told(next, new PreservationLetter.Held(mlaReference, now), Map.of("mlaReference", mlaReference));
    }
}
