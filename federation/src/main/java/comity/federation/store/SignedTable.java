package comity.federation.store;

import comity.kernel.StateCode;
import comity.kernel.transaction.Transaction;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/// Signed bytes, exactly as they went or came.
public final class SignedTable {
    private SignedTable() {}

    /// A signed document. Two are the same when they have the same id.
    ///
    /// @param kind `envelope`, `receipt` or `evidence`
    public record Document(UUID id, StateCode peer, String kind, byte[] bytes, Instant at) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Document that && id.equals(that.id);
        }

        @Override
        public int hashCode() {
            return id.hashCode();
        }
    }

    public static void add(Transaction tx, Collection<Document> documents) {
        Sql.batch(tx, """
                insert into federation.signed (id, peer, kind, bytes, at)
                values (?, ?, ?, ?, ?)""", documents, (insert, document) -> {
            insert.setObject(1, document.id);
            insert.setString(2, document.peer.code());
            insert.setString(3, document.kind);
            insert.setBytes(4, document.bytes);
            insert.setObject(5, Sql.utc(document.at));
        });
    }

    public static Optional<byte[]> find(Transaction tx, UUID id) {
        return Sql.query(tx, """
                select bytes from federation.signed where id = ?""", row -> row.getBytes("bytes"), id).stream().findFirst();
    }
}
