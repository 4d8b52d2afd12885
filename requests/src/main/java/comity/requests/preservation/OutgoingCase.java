package comity.requests.preservation;

import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import comity.requests.Urgency;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// One of our requests: where it stands, what it says, which clock runs.
///
/// @param document what it says, by JSON pointer
/// @param clock empty while it is a draft that races against nothing
/// @param fingerprint what the two desks read to each other; empty until it is sent
/// @param sentAt empty until it is sent
/// @param acknowledgement when a person of the other desk had seen it
/// @param mlaReference the request for assistance that we linked
/// @param version grows with every change
/// @param owner the account that wrote it
public record OutgoingCase(
        UUID id,
        RequestReference reference,
        StateCode requested,
        Map<String, String> document,
        Outgoing state,
        Optional<TermClock> clock,
        Urgency.Criterion urgency,
        String fingerprint,
        Optional<Instant> sentAt,
        Optional<Acknowledgement> acknowledgement,
        String mlaReference,
        long version,
        String owner,
        Instant createdAt,
        Instant updatedAt) {
    public OutgoingCase {
        document = Map.copyOf(document);
    }

    /// Our own State.
    public StateCode requesting() {
        return reference.state();
    }
}
