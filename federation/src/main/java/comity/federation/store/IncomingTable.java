package comity.federation.store;

import comity.federation.Receipt;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transaction;
import comity.ledger.LeafPlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Letters that came, each with what was answered.
public final class IncomingTable {
    private IncomingTable() {}

    /// A letter that is kept.
    public record Row(
            StateCode peer,
            UUID id,
            String thread,
            int number,
            String kind,
            int version,
            String digest,
            Instant sentAt,
            Instant receivedAt,
            Receipt.Event event,
            Optional<String> code,
            String detail,
            LeafPlace place,
            UUID envelope,
            UUID receipt) {}

    /// What is known before a letter is taken.
    ///
    /// @param first the letter of this id, if it came before
    /// @param lastNumber of the letter's thread; 0 when none came yet
    public record Known(Optional<First> first, int lastNumber) {}

    /// How a letter was answered when it came first.
    public record First(
            String digest,
            Receipt.Event event,
            Optional<String> code,
            String detail,
            Instant receivedAt,
            LeafPlace place,
            UUID receipt) {}

    /// Which letter is asked for.
    public record Question(StateCode peer, UUID id, String thread) {}

    /// What is known of some letters, in the same order.
    public static List<Known> known(Transaction tx, List<Question> questions) {
        List<String> peers =
                questions.stream().map(question -> question.peer.code()).toList();
        List<UUID> ids = questions.stream().map(Question::id).toList();
        List<String> threads = questions.stream().map(Question::thread).toList();
        return Sql.query(tx, """
                select l.digest, l.event, l.code, l.detail, l.received_at, l.place, l.commitment, l.receipt,
                       coalesce((select max(t.number) from federation.letter_in t
                                 where t.peer = asked.peer and t.thread = asked.thread), 0) as last
                from unnest(?::text[], ?::uuid[], ?::text[]) with ordinality as asked(peer, id, thread, position)
                left join federation.letter_in l on l.peer = asked.peer and l.id = asked.id
                order by asked.position""", IncomingTable::known, Sql.texts(tx, peers), Sql.ids(tx, ids), Sql.texts(tx, threads));
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getString("digest") == null ? Optional.empty() : Optional.of(first(row)), row.getInt("last"));
    }

    private static First first(ResultSet row) throws SQLException {
        return new First(
                row.getString("digest"),
                event(row.getString("event")),
                Optional.ofNullable(row.getString("code")),
                row.getString("detail"),
                Sql.instant(row, "received_at"),
                new LeafPlace(row.getLong("place"), row.getString("commitment")),
                Sql.id(row, "receipt"));
    }

    static Receipt.Event event(String word) {
        return Receipt.Event.ofWord(word)
                .orElseThrow(() -> new IllegalStateException("The table holds an unknown event " + word));
    }

    public static void add(Transaction tx, Collection<Row> rows) {
        Sql.batch(tx, """
                insert into federation.letter_in
                    (peer, id, thread, number, kind, version, digest, sent_at, received_at,
                     event, code, detail, place, commitment, envelope, receipt)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows, (insert, row) -> {
            insert.setString(1, row.peer.code());
            insert.setObject(2, row.id);
            insert.setString(3, row.thread);
            insert.setInt(4, row.number);
            insert.setString(5, row.kind);
            insert.setInt(6, row.version);
            insert.setString(7, row.digest);
            insert.setObject(8, Sql.utc(row.sentAt));
            insert.setObject(9, Sql.utc(row.receivedAt));
            insert.setString(10, row.event.word());
            insert.setString(11, row.code.orElse(null));
            insert.setString(12, row.detail);
            insert.setLong(13, row.place.index());
            insert.setString(14, row.place.commitment());
            insert.setObject(15, row.envelope);
            insert.setObject(16, row.receipt);
        });
    }
}
