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
/// @param pending what was typed since the requested State asked for more; not sent yet
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
        Map<String, String> pending,
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
        pending = Map.copyOf(pending);
    }

    /// Our own State.
    public StateCode requesting() {
        return reference.state();
    }

    OutgoingCase moved(Outgoing next, Optional<TermClock> runs, Instant at) {
        return new OutgoingCase(
                id,
                reference,
                requested,
                document,
                pending,
                next,
                runs,
                urgency,
                fingerprint,
                sentAt,
                acknowledgement,
                mlaReference,
                version + 1,
                owner,
                createdAt,
                at);
    }

    OutgoingCase saying(Map<String, String> newDocument, Map<String, String> newPending) {
        return new OutgoingCase(
                id,
                reference,
                requested,
                newDocument,
                newPending,
                state,
                clock,
                urgency,
                fingerprint,
                sentAt,
                acknowledgement,
                mlaReference,
                version,
                owner,
                createdAt,
                updatedAt);
    }

    OutgoingCase asking(StateCode other, Urgency.Criterion criterion) {
        return new OutgoingCase(
                id,
                reference,
                other,
                document,
                pending,
                state,
                clock,
                criterion,
                fingerprint,
                sentAt,
                acknowledgement,
                mlaReference,
                version,
                owner,
                createdAt,
                updatedAt);
    }

    OutgoingCase sentAs(String seal, Instant at) {
        return new OutgoingCase(
                id,
                reference,
                requested,
                document,
                pending,
                state,
                clock,
                urgency,
                seal,
                Optional.of(at),
                acknowledgement,
                mlaReference,
                version,
                owner,
                createdAt,
                updatedAt);
    }

    OutgoingCase noting(Optional<Acknowledgement> seen, String mla) {
        return new OutgoingCase(
                id,
                reference,
                requested,
                document,
                pending,
                state,
                clock,
                urgency,
                fingerprint,
                sentAt,
                seen,
                mla,
                version,
                owner,
                createdAt,
                updatedAt);
    }

    OutgoingCase running(Optional<TermClock> runs) {
        return new OutgoingCase(
                id,
                reference,
                requested,
                document,
                pending,
                state,
                runs,
                urgency,
                fingerprint,
                sentAt,
                acknowledgement,
                mlaReference,
                version,
                owner,
                createdAt,
                updatedAt);
    }

    /// Another version of the same draft.
    OutgoingCase touched(Instant at) {
        return moved(state, clock, at);
    }
}
