package comity.requests.store;

import comity.kernel.RequestReference;
import comity.kernel.RequestType;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transaction;
import comity.requests.Page;
import comity.requests.Timeline;
import comity.requests.emergency.EmergencyCase;
import comity.requests.emergency.EmergencyStore;
import java.sql.Types;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Requests for emergency data in the schema `requests`.
public final class SqlEmergencies implements EmergencyStore {
    private static final EventRows EVENTS = new EventRows("requests.emergency_event");

    @Override
    public RequestReference nextReference(Transaction tx, StateCode own, int year) {
        return Serials.next(tx, own, RequestType.EMERGENCY, year);
    }

    @Override
    public Optional<EmergencyCase> find(Transaction tx, RequestReference reference) {
        return record(tx, reference, "");
    }

    @Override
    public Optional<EmergencyCase> lock(Transaction tx, RequestReference reference) {
        return record(tx, reference, " for update");
    }

    private static Optional<EmergencyCase> record(Transaction tx, RequestReference reference, String lock) {
        return Sql.client(tx)
                .sql("select record from requests.emergency where reference = ?" + lock)
                .param(reference.toString())
                .query(String.class)
                .optional()
                .map(CaseText::emergency);
    }

    @Override
    public void add(Transaction tx, EmergencyCase request, Place place) {
        bind(Sql.client(tx).sql("""
                insert into requests.emergency
                    (id, side, reference, peer, version, state, waits_for_us, due_at, tick_at, owner, updated_at, record)
                values (:id, :side, :reference, :peer, :version, :state, :waitsForUs, :dueAt, :tickAt, :owner,
                        :updatedAt, cast(:record as jsonb))"""), request, place).update();
    }

    @Override
    public void save(Transaction tx, EmergencyCase request, Place place) {
        int changed = bind(Sql.client(tx).sql("""
                        update requests.emergency
                        set peer = :peer, version = :version, state = :state, waits_for_us = :waitsForUs,
                            due_at = :dueAt, tick_at = :tickAt, owner = :owner, updated_at = :updatedAt,
                            record = cast(:record as jsonb)
                        where id = :id and side = :side and reference = :reference"""), request, place).update();
        if (changed != 1) {
            throw new IllegalStateException("The case to save is not there");
        }
    }

    private static JdbcClient.StatementSpec bind(
            JdbcClient.StatementSpec statement, EmergencyCase request, Place place) {
        return statement
                .param("id", request.id())
                .param("side", request.side().code())
                .param("reference", request.reference().toString())
                .param("peer", request.peer().code())
                .param("version", request.version())
                .param("state", request.state().word())
                .param("waitsForUs", place.waitsForUs())
                .param("dueAt", Sql.time(place.dueAt().orElse(Sql.NEVER)))
                .param("tickAt", place.remindAt().<Object>map(Sql::time).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("owner", request.owner())
                .param("updatedAt", Sql.time(request.updatedAt()))
                .param("record", CaseText.of(request));
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
    public Page<EmergencyCase> list(Transaction tx, Optional<String> owner, Optional<String> cursor, int limit) {
        Key after = cursor.flatMap(Key::read).orElse(Key.BEGINNING);
        List<EmergencyCase> found = Sql.client(tx)
                .sql("""
                        select record from requests.emergency
                        where (updated_at, id) < (:at, :id) and owner = coalesce(:owner, owner)
                        order by updated_at desc, id desc limit :limit""")
                .param("at", Sql.time(after.at()))
                .param("id", after.id())
                .param("owner", owner.orElse(null), Types.VARCHAR)
                .param("limit", limit + 1)
                .query((row, _) -> CaseText.emergency(row.getString(1)))
                .list();
        boolean more = found.size() > limit;
        List<EmergencyCase> shown = more ? found.subList(0, limit) : found;
        return new Page<>(shown, more ? Optional.of(Key.of(shown.getLast())) : Optional.empty());
    }

    @Override
    public List<EmergencyCase> waiting(Transaction tx, Optional<String> owner, int limit) {
        return Sql.client(tx)
                .sql("""
                        select record from requests.emergency
                        where waits_for_us and owner = coalesce(:owner, owner)
                        order by due_at, id limit :limit""")
                .param("owner", owner.orElse(null), Types.VARCHAR)
                .param("limit", limit)
                .query((row, _) -> CaseText.emergency(row.getString(1)))
                .list();
    }

    @Override
    public int countWaiting(Transaction tx, Optional<String> owner, int atMost) {
        return Sql.client(tx)
                .sql("""
                        select count(*) from (select 1 from requests.emergency
                        where waits_for_us and owner = coalesce(:owner, owner) limit :most) as counted""")
                .param("owner", owner.orElse(null), Types.VARCHAR)
                .param("most", atMost)
                .query(Integer.class)
                .single();
    }

    @Override
    public List<RequestReference> due(Transaction tx, Instant now, int limit) {
        return Sql.client(tx)
                .sql("select reference from requests.emergency where tick_at <= ? order by tick_at limit ?")
                .params(Sql.time(now), limit)
                .query((row, _) -> Lines.reference(row))
                .list();
    }

    /// Where a page ended, as a text that a program gives back unread.
    private record Key(Instant at, UUID id) {
        static final Key BEGINNING = new Key(Sql.NEVER, new UUID(-1, -1));

        static String of(EmergencyCase last) {
            return last.updatedAt() + "_" + last.id();
        }

        /// A cursor that nobody gave out begins at the beginning.
        static Optional<Key> read(String cursor) {
            String[] parts = cursor.split("_");
            try {
                return parts.length == 2
                        ? Optional.of(new Key(Instant.parse(parts[0]), UUID.fromString(parts[1])))
                        : Optional.empty();
            } catch (DateTimeException | IllegalArgumentException _) {
                return Optional.empty();
            }
        }
    }
}
