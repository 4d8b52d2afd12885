package comity.requests.preservation;

import comity.kernel.Actor;
import comity.kernel.Fingerprint;
import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import comity.requests.Outcome;
import comity.requests.Page;
import comity.requests.Side;
import comity.requests.Timeline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Looking at requests. Every look at a case, and every look that was refused, is kept for oversight.
public final class Cases {
    /// One of our requests.
    public Outcome<OutgoingCase> outgoing(Actor who, RequestReference reference) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Another State's request.
    public Outcome<IncomingCase> incoming(Actor who, RequestReference reference) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// On which side of a request this node stands.
    public Side sideOf(RequestReference reference) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// What this person can do with the case as it stands now.
    public Set<Act> acts(Actor who, OutgoingCase request) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// What this person can do with the case as it stands now.
    public Set<Act> acts(Actor who, IncomingCase request) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// What the form makes of a received or sent document.
    public Reading read(StateCode requested, Map<String, String> document) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Everything that happened to a case.
    public Outcome<Timeline> timeline(Actor who, RequestReference reference) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Lines, the last changed first.
    public Page<CaseLine> list(Actor who, CaseFilter filter, Optional<String> cursor, int limit) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// What waits for somebody, the next end of a clock first, then the gravest.
    public Page<CaseLine> waiting(Actor who, CaseLine.WaitsFor whom, Optional<String> cursor, int limit) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// How many wait for somebody; stops counting at the given number, so that it costs the same with a million cases.
    public int countWaiting(Actor who, CaseLine.WaitsFor whom, int atMost) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Notes among colleagues, oldest first. They never leave this node.
    public Outcome<List<Note>> notes(Actor who, RequestReference reference) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Adds a note among colleagues.
    public Outcome<List<Note>> note(Actor who, RequestReference reference, String text) {
        throw new UnsupportedOperationException("not built yet");
    }

    /// Whether a paper with this reference and fingerprint is genuine, for the public page.
    public Verification verify(RequestReference reference, Fingerprint fingerprint) {
        throw new UnsupportedOperationException("not built yet");
    }
}
