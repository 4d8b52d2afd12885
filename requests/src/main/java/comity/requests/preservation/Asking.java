package comity.requests.preservation;

import comity.kernel.Actor;
import comity.requests.Outcome;
import java.util.Map;

/// What the requesting State does after sending.
public final class Asking {
    /// Gives what was asked for, or answers a consultation. Their clock runs on.
    public Outcome<OutgoingCase> answer(Actor who, Target target, Map<String, String> fields, String note) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Decides after a warning (art. 42(7)) whether preservation shall go on.
    public Outcome<OutgoingCase> choose(Actor who, Target target, Risk.Choice choice, String note) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Asks for more days, before the end (art. 42(9)).
    public Outcome<OutgoingCase> askExtension(Actor who, Target target, int days, String reason) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Tells that the request for assistance is made; from then on the data are kept until it is decided (art. 42(8)).
    public Outcome<OutgoingCase> linkMla(Actor who, Target target, String mlaReference) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Takes the request back.
    public Outcome<OutgoingCase> withdraw(Actor who, Target target, String reason) {
        throw new UnsupportedOperationException("not built yet");
    }
}
