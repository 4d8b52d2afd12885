package comity.requests.preservation;

import comity.kernel.Actor;
import comity.kernel.Language;
import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import comity.requests.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Writing a request, and sending it. Nothing leaves the node before `send`.
public final class Drafts {
    /// Starts a draft. What is known already is kept as it is, by JSON pointer; empty when nothing is.
    public Outcome<Draft> start(Actor who, StateCode requested, Language language, Map<String, String> known) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Starts a draft that says what an earlier request of ours said, so that nothing is typed twice.
    public Outcome<Draft> copyFrom(Actor who, RequestReference earlier, StateCode requested) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// The draft as it was typed. Also opens the answer to a question of the requested State.
    public Outcome<Draft> open(Actor who, UUID id) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Saves the given fields and leaves the others as they are. An empty text clears a field. Saves what is wrong,
    /// too.
    public Outcome<Draft> save(Actor who, UUID id, Map<String, String> fields, long expectedVersion) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Saves the whole document: a field that is not given is cleared.
    public Outcome<Draft> replace(Actor who, UUID id, Map<String, String> document, long expectedVersion) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// What the form makes of a draft.
    public Reading read(Draft draft) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// What the form makes of a document that is kept nowhere.
    public Reading lint(Optional<StateCode> requested, Map<String, String> raw) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Signs and sends. Sending twice is harmless: the second time tells where the request stands.
    public Outcome<OutgoingCase> send(Actor who, UUID id, long expectedVersion) {
        throw new UnsupportedOperationException("not built yet");
    }
}
