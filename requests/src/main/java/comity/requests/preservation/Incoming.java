package comity.requests.preservation;

import comity.requests.Words;
import java.time.Instant;
import java.util.List;

/// Where a request stands on the side that is asked. Each state holds what is known by then; the arrows are in [Moves].
public sealed interface Incoming {
    /// Not yet at an end: the requesting State can take it back.
    sealed interface Alive extends Incoming {}

    /// Seen by a person who may now ask, warn, consult or order.
    sealed interface Assessable extends Alive {}

    /// A domestic order stands behind it, and must be renewed for as long as the data shall be kept.
    sealed interface UnderOrder extends Alive {
        DomesticOrder order();

        UnderOrder with(DomesticOrder renewed);
    }

    /// The custodian keeps the data until a moment.
    sealed interface Kept extends UnderOrder {
        Keeping keeping();
    }

    /// At an end.
    sealed interface Closed extends Incoming {}

    /// Here and durable; nobody has said "seen".
    record Received(Instant at) implements Alive {}

    /// A person at the desk has seen it.
    record Acknowledged(Instant at) implements Assessable {}

    /// We asked for some fields; our clock is paused.
    record NeedsMore(Instant at, List<String> fields, String note) implements Assessable {
        public NeedsMore {
            fields = List.copyOf(fields);
        }
    }

    /// We warned of a risk (art. 42(7)); nothing goes on before they choose.
    record RiskNoticed(Instant at, Risk risk) implements Alive {}

    /// We think of refusing and have told them why, so that they may answer first.
    record Consulted(Instant at, Consultation consultation) implements Assessable {}

    /// We said no, with ground and reasons.
    record Refused(Instant at, Refusal refusal) implements Closed {}

    /// A domestic order is out; the custodian has not confirmed. The term of art. 42(8) runs from the order.
    record Ordered(DomesticOrder order, Instant until) implements UnderOrder {
        @Override
        public Ordered with(DomesticOrder renewed) {
            return new Ordered(renewed, until);
        }
    }

    /// The custodian has confirmed what is kept.
    record Preserved(DomesticOrder order, Keeping keeping) implements Kept {
        @Override
        public Preserved with(DomesticOrder renewed) {
            return new Preserved(renewed, keeping);
        }
    }

    /// They asked for more time before the end.
    record ExtensionAsked(DomesticOrder order, Keeping keeping, ExtensionWish wish) implements Kept {
        @Override
        public ExtensionAsked with(DomesticOrder renewed) {
            return new ExtensionAsked(renewed, keeping, wish);
        }
    }

    /// A request for assistance has arrived: kept until it is decided, without an end (art. 42(8)).
    record Held(DomesticOrder order, Keeping keeping, String mlaReference, Instant since) implements UnderOrder {
        @Override
        public Held with(DomesticOrder renewed) {
            return new Held(renewed, keeping, mlaReference, since);
        }
    }

    /// The term ended and nothing was asked in time. Nothing is deleted by this; a person releases.
    record Expired(Instant at) implements Incoming {}

    /// The custodian was told that the data need not be kept any more, or never held them.
    record Released(Instant at, String reason) implements Closed {}

    /// They took it back.
    record Withdrawn(Instant at, String reason) implements Closed {}

    /// Written by a newer version of this program; it can be shown, not moved.
    record Unknown(String word) implements Incoming {}

    /// The stable word of a state in tables, letters and the API, for example `needs-more`.
    default String word() {
        return this instanceof Unknown(String word) ? word : Words.of(getClass());
    }
}
