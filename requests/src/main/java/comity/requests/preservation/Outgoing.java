package comity.requests.preservation;

import comity.requests.Words;
import java.time.Instant;
import java.util.List;

/// Where a request stands on the side that asks. Each state holds what is known by then.
///
/// The other State's acts move it: what they say is what it is. What we want but they have not yet answered (an
/// extension, a link to a request for assistance) is a state of its own or a note on the case.
public sealed interface Outgoing {
    /// Written here; nobody else has seen it.
    record Drafted() implements Outgoing {}

    /// Signed and in the outbox; the courier tries until it is there.
    record Sent(Instant at) implements Outgoing {}

    /// Durable in the other State's node.
    record Received(Instant at) implements Outgoing {}

    /// They ask for some fields; their clock is paused until we answer.
    record NeedsMore(Instant at, List<String> fields, String note) implements Outgoing {
        public NeedsMore {
            fields = List.copyOf(fields);
        }
    }

    /// They warn that keeping the data may not work or may give us away (art. 42(7)); we must choose.
    record RiskNoticed(Instant at, Risk risk) implements Outgoing {}

    /// They think of refusing and ask us first.
    record Consulted(Instant at, Consultation consultation) implements Outgoing {}

    /// They said no, and why.
    record Refused(Instant at, Refusal refusal) implements Outgoing {}

    /// They ordered it; the custodian has not confirmed yet. The term runs.
    record Ordered(DomesticOrder order, Instant until) implements Outgoing {}

    /// The data are kept at least until the given moment.
    record Preserved(Keeping keeping) implements Outgoing {}

    /// We asked for more time before the end; they have not answered.
    record ExtensionAsked(Keeping keeping, ExtensionWish wish) implements Outgoing {}

    /// A request for assistance is with them: kept until it is decided, without an end (art. 42(8)).
    record Held(Keeping keeping, String mlaReference, Instant since) implements Outgoing {}

    /// The term ended; nothing was asked in time. Whether the data still exist is the other State's matter.
    record Expired(Instant at) implements Outgoing {}

    /// They told the custodian that the data need not be kept any more.
    record Released(Instant at, String reason) implements Outgoing {}

    /// We took it back.
    record Withdrawn(Instant at, String reason) implements Outgoing {}

    /// Written by a newer version of this program; it can be shown, not moved.
    record Unknown(String word) implements Outgoing {}

    /// The stable word of a state in tables, letters and the API, for example `needs-more`.
    default String word() {
        return this instanceof Unknown(String word) ? word : Words.of(getClass());
    }
}
