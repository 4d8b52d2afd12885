package comity.federation.store;

import comity.federation.LetterStatement;
import comity.federation.OutgoingLetter;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transaction;
import comity.ledger.LeafPlace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Letters that this node has written: they stay as they are.
public final class OutgoingTable {
    private OutgoingTable() {}

    /// What goes into an envelope.
    public record Content(String kind, int version, byte[] body) {}

    /// A letter with its place in thread and ledger.
    public record Put(OutgoingLetter letter, LetterStatement statement, LeafPlace place, Instant at) {}

    /// The number of the last letter of a thread, as far as we or the other State know; 0 when there is
    /// none.
    public static int lastNumber(Transaction tx, StateCode peer, String thread) {
        return Sql.query(tx, """
                select greatest(
                    (select max(number) from federation.letter_out where peer = ? and thread = ?),
                    (select number from federation.thread_floor where peer = ? and thread = ?),
                    0) as last""", row -> row.getInt("last"), peer.code(), thread, peer.code(), thread)
                .getFirst();
    }

    public static void add(Transaction tx, Collection<Put> letters) {
        Sql.batch(tx, """
                insert into federation.letter_out
                    (id, peer, thread, number, kind, version, body, body_digest, place, commitment, put_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", letters, (insert, put) -> {
            insert.setObject(1, put.letter.id());
            insert.setString(2, put.letter.to().code());
            insert.setString(3, put.letter.thread());
            insert.setInt(4, put.statement.threadNumber());
            insert.setString(5, put.letter.kind());
            insert.setInt(6, put.letter.version());
            insert.setBytes(7, put.letter.body());
            insert.setString(8, put.statement.bodyDigest());
            insert.setLong(9, put.place.index());
            insert.setString(10, put.place.commitment());
            insert.setObject(11, Sql.utc(put.at));
        });
    }

    /// What both houses committed to, for each letter.
    public static Map<UUID, LetterStatement> statements(Transaction tx, StateCode own, Collection<UUID> letters) {
        Map<UUID, LetterStatement> found = new HashMap<>();
        Sql.query(tx, """
                select id, peer, thread, number, kind, version, body_digest from federation.letter_out
                where id = any(?)""", row -> statement(row, own), Sql.ids(tx, letters))
                .forEach(statement -> found.put(statement.id(), statement));
        return found;
    }

    /// What some letters hold.
    public static Map<UUID, Content> contents(Transaction tx, Collection<UUID> letters) {
        Map<UUID, Content> found = new HashMap<>();
        Sql.query(
                        tx,
                        """
                select id, kind, version, body from federation.letter_out where id = any(?)""",
                        row -> Map.entry(
                                Sql.id(row, "id"),
                                new Content(row.getString("kind"), row.getInt("version"), row.getBytes("body"))),
                        Sql.ids(tx, letters))
                .forEach(content -> found.put(content.getKey(), content.getValue()));
        return found;
    }

    /// The body as it was written.
    public static Optional<byte[]> body(Transaction tx, UUID letter) {
        List<byte[]> found = Sql.query(tx, """
                select body from federation.letter_out where id = ?""", row -> row.getBytes("body"), letter);
        return found.stream().findFirst();
    }

    static LetterStatement statement(ResultSet row, StateCode own) throws SQLException {
        return new LetterStatement(
                Sql.id(row, "id"),
                own,
                new StateCode(row.getString("peer")),
                row.getString("kind"),
                row.getInt("version"),
                row.getString("thread"),
                row.getInt("number"),
                row.getString("body_digest"));
    }
}
