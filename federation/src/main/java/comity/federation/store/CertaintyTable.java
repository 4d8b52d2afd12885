package comity.federation.store;

import comity.kernel.StateCode;
import comity.kernel.transaction.Transaction;
import comity.ledger.Hash;
import comity.ledger.LeafPlace;
import comity.ledger.tree.InclusionProof;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// Letters whose place in the other State's ledger is to be proved, and those for which it is.
public final class CertaintyTable {
    private CertaintyTable() {}

    /// A letter that only a receipt places in the other State's ledger.
    ///
    /// @param place that the receipt names
    /// @param receipt the signed document
    public record Unproved(UUID letter, LeafPlace place, UUID receipt) {}

    /// A letter and the way from its place to the root of a good checkpoint.
    public record Proved(UUID letter, List<Hash> path) {}

    /// What is kept of a letter that is received for certain.
    ///
    /// @param note the good checkpoint, with its cosignatures
    public record Certain(InclusionProof proof, String note, Instant at) {}

    /// Remembers letters to be proved.
    ///
    /// @param letters by id, with the State whose receipt has come
    public static void await(Transaction tx, Map<UUID, StateCode> letters) {
        Sql.batch(tx, """
                insert into federation.to_prove (letter, peer) values (?, ?)
                on conflict do nothing""", letters.entrySet(), (insert, letter) -> {
            insert.setObject(1, letter.getKey());
            insert.setString(2, letter.getValue().code());
        });
    }

    /// How many letters are to be proved, by State.
    public static Map<StateCode, Long> awaited(Transaction tx) {
        Map<StateCode, Long> counts = new TreeMap<>();
        Sql.query(
                        tx,
                        "select peer, count(*) as letters from federation.to_prove group by peer",
                        row -> Map.entry(new StateCode(row.getString("peer")), row.getLong("letters")))
                .forEach(count -> counts.put(count.getKey(), count.getValue()));
        return counts;
    }

    /// The oldest letters to a State that are to be proved.
    public static List<Unproved> unproved(Transaction tx, StateCode peer, int limit) {
        return Sql.query(
                tx,
                """
                select p.letter, e.place, e.commitment, e.document
                from federation.to_prove p
                join federation.evidence e on e.letter = p.letter and e.event = 'relay-accepted'
                where p.peer = ? order by p.letter limit ?""",
                row -> new Unproved(
                        Sql.id(row, "letter"),
                        new LeafPlace(row.getLong("place"), row.getString("commitment")),
                        Sql.id(row, "document")),
                peer.code(),
                limit);
    }

    /// Keeps proofs that all lead to one checkpoint.
    ///
    /// @param checkpoint a new id for it
    /// @param note the checkpoint, with its cosignatures
    public static void settle(
            Transaction tx,
            UUID checkpoint,
            StateCode peer,
            long size,
            String note,
            Collection<Proved> letters,
            Instant at) {
        Sql.update(
                tx,
                "insert into federation.good_checkpoint (id, peer, size, note, at) values (?, ?, ?, ?, ?)",
                checkpoint,
                peer.code(),
                size,
                note,
                Sql.utc(at));
        Sql.batch(tx, """
                insert into federation.certain (letter, checkpoint, path, at) values (?, ?, ?, ?)
                on conflict do nothing""", letters, (insert, letter) -> {
            insert.setObject(1, letter.letter);
            insert.setObject(2, checkpoint);
            insert.setBytes(3, bytes(letter.path));
            insert.setObject(4, Sql.utc(at));
        });
        Sql.update(
                tx,
                "delete from federation.to_prove where letter = any(?)",
                Sql.ids(tx, letters.stream().map(Proved::letter).toList()));
    }

    /// What is kept of a letter; empty while it is not received for certain.
    public static Optional<Certain> find(Transaction tx, UUID letter) {
        return Sql.query(
                        tx,
                        """
                select e.place, g.size, g.note, c.path, c.at
                from federation.certain c
                join federation.good_checkpoint g on g.id = c.checkpoint
                join federation.evidence e on e.letter = c.letter and e.event = 'relay-accepted'
                where c.letter = ?""",
                        row -> new Certain(
                                new InclusionProof(
                                        row.getLong("place"), row.getLong("size"), hashes(row.getBytes("path"))),
                                row.getString("note"),
                                Sql.instant(row, "at")),
                        letter)
                .stream()
                .findFirst();
    }

    private static byte[] bytes(List<Hash> path) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        path.forEach(hash -> bytes.writeBytes(hash.bytes()));
        return bytes.toByteArray();
    }

    private static List<Hash> hashes(byte[] path) {
        List<Hash> hashes = new ArrayList<>();
        for (int at = 0; at < path.length; at += Hash.LENGTH) {
            hashes.add(Hash.in(path, at));
        }
        return hashes;
    }
}
