package comity.requests.preservation;

import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import comity.requests.Urgency;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Another State's request to us: where it stands, what it says, which clock runs.
///
/// @param document what it says, as it came, by JSON pointer
/// @param checks what the machine could check by itself
/// @param assessment what a person judged; never leaves this node
/// @param mlaReference the request for assistance that they linked
/// @param owner the account that took it; empty while nobody has
public record IncomingCase(
        UUID id,
        RequestReference reference,
        StateCode requested,
        Map<String, String> document,
        Incoming state,
        TermClock clock,
        Urgency.Criterion urgency,
        String fingerprint,
        Instant sentAt,
        Instant receivedAt,
        Optional<Acknowledgement> acknowledgement,
        List<MachineCheck> checks,
        Optional<Assessment> assessment,
        String mlaReference,
        long version,
        String owner,
        Instant updatedAt) {
    public IncomingCase {
        document = Map.copyOf(document);
        checks = List.copyOf(checks);
    }

    /// The State that asks.
    public StateCode requesting() {
        return reference.state();
    }
}
