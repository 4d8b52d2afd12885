package comity.requests.store;

import comity.kernel.RequestReference;
import comity.kernel.RequestType;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transaction;
import comity.requests.Page;
import comity.requests.Side;
import comity.requests.Timeline;
import comity.requests.preservation.CaseFilter;
import comity.requests.preservation.CaseLine;
import comity.requests.preservation.CaseLine.WaitsFor;
import comity.requests.preservation.IncomingCase;
import comity.requests.preservation.Note;
import comity.requests.preservation.OutgoingCase;
import comity.requests.preservation.Placement;
import comity.requests.preservation.PreservationStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Preservation requests in the schema `requests`.
public final class SqlPreservations implements PreservationStore {
    private static final EventRows EVENTS = new EventRows("requests.event");

    @Override
    public RequestReference nextReference(Transaction tx, StateCode own, int year) {
        return Serials.next(tx, own, RequestType.PRESERVATION, year);
    }

    @Override
    public Optional<OutgoingCase> outgoing(Transaction tx, RequestReference reference) {
        return record(tx, reference, Side.REQUESTING, "").map(CaseText::outgoing);
    }

    @Override
    public Optional<OutgoingCase> lockOutgoing(Transaction tx, RequestReference reference) {
        return record(tx, reference, Side.REQUESTING, " for update").map(CaseText::outgoing);
    }

    @Override
    public Optional<OutgoingCase> outgoing(Transaction tx, UUID id) {
        return record(tx, id, "").map(CaseText::outgoing);
    }

    @Override
    public Optional<OutgoingCase> lockOutgoing(Transaction tx, UUID id) {
        return record(tx, id, " for update").map(CaseText::outgoing);
    }

    @Override
    public Optional<IncomingCase> incoming(Transaction tx, RequestReference reference) {
        return record(tx, reference, Side.REQUESTED, "").map(CaseText::incoming);
    }

    @Override
    public Optional<IncomingCase> lockIncoming(Transaction tx, RequestReference reference) {
        return record(tx, reference, Side.REQUESTED, " for update").map(CaseText::incoming);
    }

    private static Optional<String> record(Transaction tx, RequestReference reference, Side side, String lock) {
        return Sql.client(tx)
                .sql("select record from requests.preservation where reference = ? and side = ?" + lock)
                .params(reference.toString(), side.code())
                .query(String.class)
                .optional();
    }

    private static Optional<String> record(Transaction tx, UUID id, String lock) {
        return Sql.client(tx)
                .sql("select record from requests.preservation where id = ? and side = 'requesting'" + lock)
                .param(id)
                .query(String.class)
                .optional();
    }

    @Override
    public void add(Transaction tx, OutgoingCase request, Placement placement) {
        insert(tx, Row.of(request, placement));
    }

    @Override
    public void save(Transaction tx, OutgoingCase request, Placement placement) {
        update(tx, Row.of(request, placement));
    }

    @Override
    public void add(Transaction tx, IncomingCase request, Placement placement) {
        insert(tx, Row.of(request, placement));
    }

    @Override
    public void save(Transaction tx, IncomingCase request, Placement placement) {
        update(tx, Row.of(request, placement));
    }

    private static void insert(Transaction tx, Row row) {
        row.bind(Sql.client(tx).sql("""
                insert into requests.preservation
                    (id, side, reference, peer, version, state, clock, urgency, urgency_rank, waits_for, due_at, tick_at,
                     acknowledged_at, owner, updated_at, record)
                values (:id, :side, :reference, :peer, :version, :state, cast(:clock as jsonb), :urgency, :rank,
                        :waitsFor, :dueAt, :tickAt, :acknowledgedAt, :owner, :updatedAt, cast(:record as jsonb))""")).update();
    }

    private static void update(Transaction tx, Row row) {
        int changed = row.bind(Sql.client(tx).sql("""
                        update requests.preservation
                        set peer = :peer, version = :version, state = :state, clock = cast(:clock as jsonb),
                            urgency = :urgency, urgency_rank = :rank, waits_for = :waitsFor, due_at = :dueAt,
                            tick_at = :tickAt, acknowledged_at = :acknowledgedAt, owner = :owner,
                            updated_at = :updatedAt, record = cast(:record as jsonb)
                        where id = :id and side = :side and reference = :reference""")).update();
        if (changed != 1) {
            throw new IllegalStateException("The case to save is not there");
        }
    }

    @Override
    public int nextEvent(Transaction tx, UUID request) {
        return EVENTS.next(tx, request);
    }

    @Override
    public void addEvent(Transaction tx, UUID request, Timeline.Entry event) {
        EVENTS.add(tx, request, event);
    }

    @Override
    public List<Timeline.Entry> events(Transaction tx, UUID request) {
        return EVENTS.all(tx, request);
    }

    @Override
    public List<Due> due(Transaction tx, Instant now, int limit) {
        return Sql.client(tx)
                .sql("""
                        select side, reference, tick_at from requests.preservation
                        where tick_at <= ? order by tick_at limit ?""")
                .params(Sql.time(now), limit)
                .query((row, _) -> Lines.due(row))
                .list();
    }

    @Override
    public Page<CaseLine> list(
            Transaction tx, CaseFilter filter, Optional<String> owner, Optional<String> cursor, int limit) {
        return new Lists(tx).recent(filter, owner, cursor, limit);
    }

    @Override
    public Page<CaseLine> waiting(
            Transaction tx, WaitsFor whom, Optional<String> owner, Optional<String> cursor, int limit) {
        return new Lists(tx).waiting(whom, owner, cursor, limit);
    }

    @Override
    public int countWaiting(Transaction tx, WaitsFor whom, Optional<String> owner, int atMost) {
        return new Lists(tx).countWaiting(whom, owner, atMost);
    }

    @Override
    public void addNote(Transaction tx, UUID request, Note note) {
        Sql.client(tx)
                .sql("insert into requests.note (request, at, person, role, text) values (?, ?, ?, ?, ?)")
                .params(request, Sql.time(note.at()), note.person(), note.role(), note.text())
                .update();
    }

    @Override
    public List<Note> notes(Transaction tx, UUID request) {
        return Sql.client(tx)
                .sql("select at, person, role, text from requests.note where request = ? order by id")
                .param(request)
                .query((row, _) -> Lines.note(row))
                .list();
    }

    @Override
    public Map<String, Long> countByState(Transaction tx, Side side) {
        return new Lists(tx).countByState(side);
    }
}
