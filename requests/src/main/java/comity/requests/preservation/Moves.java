package comity.requests.preservation;

import java.time.Instant;
import java.util.List;

/// Every arrow between the states of a preservation request, on both sides. Pure: no clock, no disk, no network. A move
/// that is not here cannot be written down: it does not compile.
final class Moves {
    private Moves() {}

    // The requesting State.

    static Outgoing.Sent send(Outgoing.Drafted draft, Instant now) {
        return new Outgoing.Sent(now);
    }

    static Outgoing.Received arrive(Outgoing.Sent sent, Instant at) {
        return new Outgoing.Received(at);
    }

    static Outgoing.NeedsMore needMore(Outgoing.Undecided asked, Instant at, List<String> fields, String note) {
        return new Outgoing.NeedsMore(at, fields, note);
    }

    static Outgoing.Received answer(Outgoing.NeedsMore question, Instant now) {
        return new Outgoing.Received(now);
    }

    static Outgoing.Consulted answer(Outgoing.Consulted consulted, String answer) {
        return new Outgoing.Consulted(consulted.at(), consulted.consultation().answeredWith(answer));
    }

    static Outgoing.RiskNoticed noticeRisk(Outgoing.Undecided asked, Instant at, Risk risk) {
        return new Outgoing.RiskNoticed(at, risk);
    }

    static Outgoing.Received goOn(Outgoing.RiskNoticed noticed, Instant now) {
        return new Outgoing.Received(now);
    }

    static Outgoing.Consulted consult(Outgoing.Undecided asked, Instant at, Consultation consultation) {
        return new Outgoing.Consulted(at, consultation);
    }

    static Outgoing.Refused refuse(Outgoing.Consulted consulted, Instant at, Refusal refusal) {
        return new Outgoing.Refused(at, refusal);
    }

    static Outgoing.Ordered order(Outgoing.Undecided asked, Instant orderedAt, Instant until) {
        return new Outgoing.Ordered(orderedAt, until);
    }

    static Outgoing.Preserved confirm(Outgoing.Ordered ordered, Keeping keeping) {
        return new Outgoing.Preserved(keeping);
    }

    static Outgoing.Released notFound(Outgoing.Ordered ordered, Instant at) {
        return new Outgoing.Released(at, NOT_FOUND);
    }

    static Outgoing.ExtensionAsked askExtension(Outgoing.Preserved preserved, ExtensionWish wish) {
        return new Outgoing.ExtensionAsked(preserved.keeping(), wish);
    }

    static Outgoing.Preserved extend(Outgoing.ExtensionAsked asked, Instant until) {
        return new Outgoing.Preserved(asked.keeping().extendedTo(until));
    }

    static Outgoing.Preserved keepTerm(Outgoing.ExtensionAsked asked) {
        return new Outgoing.Preserved(asked.keeping());
    }

    static Outgoing.Held hold(Outgoing.Kept kept, String mlaReference, Instant since) {
        return new Outgoing.Held(kept.keeping(), mlaReference, since);
    }

    static Outgoing.Expired expire(Outgoing.Kept kept, Instant at) {
        return new Outgoing.Expired(at);
    }

    static Outgoing.Expired expire(Outgoing.Ordered ordered, Instant at) {
        return new Outgoing.Expired(at);
    }

    static Outgoing.Released release(Outgoing.Alive alive, Instant at, String reason) {
        return new Outgoing.Released(at, reason);
    }

    static Outgoing.Released release(Outgoing.Expired expired, Instant at, String reason) {
        return new Outgoing.Released(at, reason);
    }

    static Outgoing.Withdrawn withdraw(Outgoing.Alive alive, Instant now, String reason) {
        return new Outgoing.Withdrawn(now, reason);
    }

    // The requested State.

    static Incoming.Received receive(Instant now) {
        return new Incoming.Received(now);
    }

    static Incoming.Acknowledged acknowledge(Incoming.Received received, Instant now) {
        return new Incoming.Acknowledged(now);
    }

    static Incoming.NeedsMore askMore(Incoming.Assessable seen, Instant now, List<String> fields, String note) {
        return new Incoming.NeedsMore(now, fields, note);
    }

    static Incoming.Acknowledged supplement(Incoming.NeedsMore question, Instant at) {
        return new Incoming.Acknowledged(at);
    }

    static Incoming.RiskNoticed noticeRisk(Incoming.Assessable seen, Instant now, Risk risk) {
        return new Incoming.RiskNoticed(now, risk);
    }

    static Incoming.Acknowledged goOn(Incoming.RiskNoticed noticed, Instant at) {
        return new Incoming.Acknowledged(at);
    }

    static Incoming.Consulted consult(Incoming.Assessable seen, Instant now, Consultation consultation) {
        return new Incoming.Consulted(now, consultation);
    }

    static Incoming.Consulted hearAnswer(Incoming.Consulted consulted, String answer) {
        return new Incoming.Consulted(consulted.at(), consulted.consultation().answeredWith(answer));
    }

    static Incoming.Refused refuse(Incoming.Consulted consulted, Instant now, Refusal refusal) {
        return new Incoming.Refused(now, refusal);
    }

    static Incoming.Ordered order(Incoming.Assessable seen, DomesticOrder order, Instant until) {
        return new Incoming.Ordered(order, until);
    }

    static Incoming.Preserved confirm(Incoming.Ordered ordered, Keeping keeping) {
        return new Incoming.Preserved(ordered.order(), keeping);
    }

    static Incoming.Released notFound(Incoming.Ordered ordered, Instant now) {
        return new Incoming.Released(now, NOT_FOUND);
    }

    static Incoming.UnderOrder renew(Incoming.UnderOrder kept, DomesticOrder renewed) {
        return kept.with(renewed);
    }

    static Incoming.ExtensionAsked askExtension(Incoming.Preserved preserved, ExtensionWish wish) {
        return new Incoming.ExtensionAsked(preserved.order(), preserved.keeping(), wish);
    }

    static Incoming.Preserved extend(Incoming.ExtensionAsked asked, Instant until) {
        return new Incoming.Preserved(asked.order(), asked.keeping().extendedTo(until));
    }

    static Incoming.Preserved keepTerm(Incoming.ExtensionAsked asked) {
        return new Incoming.Preserved(asked.order(), asked.keeping());
    }

    static Incoming.Held hold(Incoming.Kept kept, String mlaReference, Instant now) {
        return new Incoming.Held(kept.order(), kept.keeping(), mlaReference, now);
    }

    static Incoming.Expired expire(Incoming.Kept kept) {
        return new Incoming.Expired(kept.keeping().until());
    }

    static Incoming.Expired expire(Incoming.Ordered ordered) {
        return new Incoming.Expired(ordered.until());
    }

    static Incoming.Released release(Incoming.UnderOrder kept, Instant now, String reason) {
        return new Incoming.Released(now, reason);
    }

    static Incoming.Released release(Incoming.Expired expired, Instant now, String reason) {
        return new Incoming.Released(now, reason);
    }

    static Incoming.Withdrawn withdraw(Incoming.Alive alive, Instant at, String reason) {
        return new Incoming.Withdrawn(at, reason);
    }

    /// The reason word of a release when the custodian holds no such data.
    static final String NOT_FOUND = "not-found";
}
