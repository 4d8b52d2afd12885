package comity.requests.preservation;

import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transaction;
import comity.requests.Page;
import comity.requests.Side;
import comity.requests.Timeline;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/// Where preservation requests are kept. Locking reads are for transactions that write.
///
/// An interface, because SQL stays in `requests.store`, which knows the states that it keeps: the rules cannot know it,
/// too.
public interface PreservationStore {
    /// The next unused reference of a year; a number is given out once, even when the draft is never sent.
    RequestReference nextReference(Transaction tx, StateCode own, int year);

    Optional<OutgoingCase> outgoing(Transaction tx, RequestReference reference);

    Optional<OutgoingCase> lockOutgoing(Transaction tx, RequestReference reference);

    Optional<OutgoingCase> outgoing(Transaction tx, UUID id);

    Optional<OutgoingCase> lockOutgoing(Transaction tx, UUID id);

    Optional<IncomingCase> incoming(Transaction tx, RequestReference reference);

    Optional<IncomingCase> lockIncoming(Transaction tx, RequestReference reference);

    void add(Transaction tx, OutgoingCase request, Placement placement);

    void save(Transaction tx, OutgoingCase request, Placement placement);

    void add(Transaction tx, IncomingCase request, Placement placement);

    void save(Transaction tx, IncomingCase request, Placement placement);

    /// The number the next event of a case will have.
    int nextEvent(Transaction tx, UUID request);

    /// Adds an event. Events are never changed or taken out; the database refuses it too.
    void addEvent(Transaction tx, UUID request, Timeline.Entry event);

    List<Timeline.Entry> events(Transaction tx, UUID request);

    /// Cases whose clock has something to do by now, the longest overdue first.
    List<Due> due(Transaction tx, Instant now, int limit);

    Page<CaseLine> list(Transaction tx, CaseFilter filter, Optional<String> owner, Optional<String> cursor, int limit);

    Page<CaseLine> waiting(
            Transaction tx, CaseLine.WaitsFor whom, Optional<String> owner, Optional<String> cursor, int limit);

    int countWaiting(Transaction tx, CaseLine.WaitsFor whom, Optional<String> owner, int atMost);

    void addNote(Transaction tx, UUID request, Note note);

    List<Note> notes(Transaction tx, UUID request);

    /// How many cases this node has, by side and word of the state.
    Map<String, Long> countByState(Transaction tx, Side side);

    /// A case whose clock has something to do.
    ///
    /// @param since when it had it to do
    record Due(Side side, RequestReference reference, Instant since) {}

    /// An absent leaf, for events that are committed nowhere.
    static OptionalLong noLeaf() {
        return OptionalLong.empty();
    }
}
