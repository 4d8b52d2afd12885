package comity.ledger.journal;

import comity.kernel.transaction.DatabaseUnavailable;
import comity.ledger.Hash;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.tree.Frontier;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// `ledger.head`: one row.
record HeadTable(Connection connection) {
    void beginIfMissing(SignedCheckpoint empty) {
        String sql = """
                insert into ledger.head (origin, size, frontier, checkpoint)
                values (?, 0, '', ?)
                on conflict do nothing
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setString(1, empty.checkpoint().origin());
            insert.setString(2, empty.text());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    Head read() {
        return select("""
                select size, frontier, checkpoint
                from ledger.head
                """);
    }

    /// Waits until nobody else appends, and keeps it so until the transaction ends.
    Head lock() {
        return select("""
                select size, frontier, checkpoint
                from ledger.head
                for no key update
                """);
    }

    private Head select(String sql) {
        try (PreparedStatement select = connection.prepareStatement(sql);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new LedgerDamaged(LedgerDamage.NO_LOG);
            }
            return new Head(frontier(row.getLong("size"), row.getBytes("frontier")), row.getString("checkpoint"));
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    void advance(Frontier frontier, SignedCheckpoint signed) throws SQLException {
        String sql = """
                update ledger.head
                set size = ?, frontier = ?, checkpoint = ?
                """;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, frontier.size());
            update.setBytes(2, bytes(frontier.roots()));
            update.setString(3, signed.text());
            update.executeUpdate();
        }
    }

    private static Frontier frontier(long size, byte[] bytes) {
        List<Hash> roots = new ArrayList<>();
        for (int at = 0; at < bytes.length; at += Hash.LENGTH) {
            roots.add(Hash.in(bytes, at));
        }
        return Frontier.of(size, roots);
    }

    private static byte[] bytes(List<Hash> roots) {
        ByteBuffer bytes = ByteBuffer.allocate(roots.size() * Hash.LENGTH);
        roots.forEach(root -> bytes.put(root.bytes()));
        return bytes.array();
    }
}
