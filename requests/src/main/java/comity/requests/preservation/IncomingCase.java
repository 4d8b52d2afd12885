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

    IncomingCase moved(Incoming next, TermClock runs, Instant at) {
        return new IncomingCase(
                id,
                reference,
                requested,
                document,
                next,
                runs,
                urgency,
                fingerprint,
                sentAt,
                receivedAt,
                acknowledgement,
                checks,
                assessment,
                mlaReference,
                version + 1,
                owner,
                at);
    }

    IncomingCase saying(Map<String, String> newDocument, List<MachineCheck> newChecks) {
        return new IncomingCase(
                id,
                reference,
                requested,
                newDocument,
                state,
                clock,
                urgency,
                fingerprint,
                sentAt,
                receivedAt,
                acknowledgement,
                newChecks,
                assessment,
                mlaReference,
                version,
                owner,
                updatedAt);
    }

    IncomingCase acknowledgedWith(Acknowledgement seen) {
        return new IncomingCase(
                id,
                reference,
                requested,
                document,
                state,
                clock,
                urgency,
                fingerprint,
                sentAt,
                receivedAt,
                Optional.of(seen),
                checks,
                assessment,
                mlaReference,
                version,
                owner,
                updatedAt);
    }

    IncomingCase judged(Assessment judgement) {
        return new IncomingCase(
                id,
                reference,
                requested,
                document,
                state,
                clock,
                urgency,
                fingerprint,
                sentAt,
                receivedAt,
                acknowledgement,
                checks,
                Optional.of(judgement),
                mlaReference,
                version,
                owner,
                updatedAt);
    }

    IncomingCase takenBy(String person) {
        return new IncomingCase(
                id,
                reference,
                requested,
                document,
                state,
                clock,
                urgency,
                fingerprint,
                sentAt,
                receivedAt,
                acknowledgement,
                checks,
                assessment,
                mlaReference,
                version,
                person,
                updatedAt);
    }

    IncomingCase linkedTo(String mla) {
        return new IncomingCase(
                id,
                reference,
                requested,
                document,
                state,
                clock,
                urgency,
                fingerprint,
                sentAt,
                receivedAt,
                acknowledgement,
                checks,
                assessment,
                mla,
                version,
                owner,
                updatedAt);
    }
}
