package comity.requests.preservation;

import comity.requests.Words;
import java.time.Instant;
import java.util.List;

/// Where a request stands on the side that asks. Each state holds what is known by then; the arrows are in [Moves].
///
/// The other State's acts move it: what they say is what it is. What we want and they have not answered yet (an
/// extension, a link to a request for assistance) is a state of its own or a note on the case.
public sealed interface Outgoing {
    /// Sent, and nothing decided.
    sealed interface Undecided extends Alive {}

    /// Sent, and not yet at an end: it can be taken back.
    sealed interface Alive extends Outgoing {}

    /// Kept until a moment.
    sealed interface Kept extends Alive {
        Keeping keeping();
    }

    /// At an end.
    sealed interface Closed extends Outgoing {}

    /// Written here; nobody else has seen it.
    record Drafted() implements Outgoing {}

    /// Signed and in the outbox; the courier tries until it is there.
    record Sent(Instant at) implements Undecided {}

    /// Durable in the other State's node.
    record Received(Instant at) implements Undecided {}

    /// They ask for some fields; their clock is paused until we answer.
    record NeedsMore(Instant at, List<String> fields, String note) implements Undecided {
        public NeedsMore {
            fields = List.copyOf(fields);
        }
    }

    /// They warn that keeping the data may not work or may give us away (art. 42(7)); we must choose.
    record RiskNoticed(Instant at, Risk risk) implements Undecided {}

    /// They think of refusing and ask us first.
    record Consulted(Instant at, Consultation consultation) implements Undecided {}

    /// They said no, and why.
    record Refused(Instant at, Refusal refusal) implements Closed {}

    /// They ordered it; the custodian has not confirmed yet. The term runs.
    record Ordered(Instant at, Instant until) implements Alive {}

    /// The data are kept at least until the given moment.
    record Preserved(Keeping keeping) implements Kept {}

    /// We asked for more time before the end; they have not answered.
    record ExtensionAsked(Keeping keeping, ExtensionWish wish) implements Kept {}

    /// A request for assistance is with them: kept until it is decided, without an end (art. 42(8)).
    record Held(Keeping keeping, String mlaReference, Instant since) implements Alive {}

    /// The term ended; nothing was asked in time. Whether the data still exist is the other State's matter.
    record Expired(Instant at) implements Closed {}

    /// The data need not be kept any more, or were never found.
    record Released(Instant at, String reason) implements Closed {}

    /// We took it back.
    record Withdrawn(Instant at, String reason) implements Closed {}

    /// Written by a newer version of this program; it can be shown, not moved.
    record Unknown(String word) implements Outgoing {}

    /// The stable word of a state in tables, letters and the API, for example `needs-more`.
    default String word() {
        return this instanceof Unknown(String word) ? word : Words.of(getClass());
    }
}
