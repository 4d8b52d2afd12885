package comity.requests.preservation;

import comity.kernel.Actor;
import comity.requests.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What the requested State does.
public final class Answering {
    /// A person has seen it; the requesting State is told at once.
    public Outcome<IncomingCase> acknowledge(Actor who, Target target, Optional<Instant> nextUpdateBy) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Keeps what a person judged. Stays in this node.
    public Outcome<IncomingCase> assess(Actor who, Target target, Assessment assessment) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Asks for some fields; the clock pauses.
    public Outcome<IncomingCase> askMore(Actor who, Target target, List<String> fields, String note) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Warns of a risk (art. 42(7)); the requesting State must choose.
    public Outcome<IncomingCase> noticeRisk(Actor who, Target target, Risk risk) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Asks the requesting State before refusing.
    public Outcome<IncomingCase> consult(Actor who, Target target, String ground, String note) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Refuses, after a consultation, on a ground that the Convention allows.
    public Outcome<IncomingCase> refuse(Actor who, Target target, Refusal refusal) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Records the domestic order. The term of art. 42(8) runs from `orderedAt`.
    public Outcome<IncomingCase> order(Actor who, Target target, String orderReference, Instant orderedAt) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Records that the domestic order was renewed before it lapsed.
    public Outcome<IncomingCase> renewOrder(Actor who, Target target, String orderReference, Instant orderedAt) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// The custodian confirms that it keeps the data, or a part of them.
    public Outcome<IncomingCase> preserved(Actor who, Target target, Confirmation confirmation) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// The custodian does not hold the data.
    public Outcome<IncomingCase> notFound(Actor who, Target target, String provider, String remarks) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Grants more days.
    public Outcome<IncomingCase> grantExtension(Actor who, Target target, int days) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Grants no more days; the term stays as it is.
    public Outcome<IncomingCase> refuseExtension(Actor who, Target target, String ground, String reasons) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// The request for assistance is here: kept until it is decided.
    public Outcome<IncomingCase> hold(Actor who, Target target, String mlaReference) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// The data need not be kept any more.
    public Outcome<IncomingCase> release(Actor who, Target target, String reason) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// The person takes the case as theirs. No letter is sent.
    public Outcome<IncomingCase> take(Actor who, Target target) {
        throw new UnsupportedOperationException("not built yet");
    }
}
