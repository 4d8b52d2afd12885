package comity.requests.preservation;

import comity.requests.Words;
import java.time.Instant;
import java.util.List;

/// Where a request stands on the side that is asked. Each state holds what is known by then.
public sealed interface Incoming {
    /// Here and durable; nobody has said "seen".
    record Received(Instant at) implements Incoming {}

    /// A person at the desk has seen it.
    record Acknowledged(Instant at) implements Incoming {}

    /// We asked for some fields; our clock is paused.
    record NeedsMore(Instant at, List<String> fields, String note) implements Incoming {
        public NeedsMore {
            fields = List.copyOf(fields);
        }
    }

    /// We warned of a risk (art. 42(7)); they must choose whether to go on.
    record RiskNoticed(Instant at, Risk risk) implements Incoming {}

    /// We think of refusing and have told them why, so that they may answer first.
    record Consulted(Instant at, Consultation consultation) implements Incoming {}

    /// We said no, with ground and reasons.
    record Refused(Instant at, Refusal refusal) implements Incoming {}

    /// A domestic order is out; the custodian has not confirmed. The term of art. 42(8) runs from the order.
    record Ordered(DomesticOrder order, Instant until) implements Incoming {}

    /// The custodian has confirmed what is kept.
    record Preserved(DomesticOrder order, Keeping keeping) implements Incoming {}

    /// They asked for more time before the end.
    record ExtensionAsked(DomesticOrder order, Keeping keeping, ExtensionWish wish) implements Incoming {}

    /// A request for assistance has arrived: kept until it is decided, without an end (art. 42(8)). The domestic order
    /// must still be renewed.
    record Held(DomesticOrder order, Keeping keeping, String mlaReference, Instant since) implements Incoming {}

    /// The term ended and nothing was asked in time. Nothing is deleted by this; a person releases.
    record Expired(DomesticOrder order, Keeping keeping, Instant at) implements Incoming {}

    /// The custodian was told that the data need not be kept any more.
    record Released(Instant at, String reason) implements Incoming {}

    /// They took it back.
    record Withdrawn(Instant at, String reason) implements Incoming {}

    /// Written by a newer version of this program; it can be shown, not moved.
    record Unknown(String word) implements Incoming {}

    /// The stable word of a state in tables, letters and the API, for example `needs-more`.
    default String word() {
        return this instanceof Unknown(String word) ? word : Words.of(getClass());
    }
}
