package comity.requests;

import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import java.time.Instant;

/// Another State's request is here and nobody has acknowledged it yet.
public record RequestArrived(RequestReference reference, StateCode from, Urgency.Criterion urgency, Instant at)
        implements RequestEvent {}
