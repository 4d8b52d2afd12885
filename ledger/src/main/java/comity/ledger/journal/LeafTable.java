package comity.ledger.journal;

import comity.kernel.transaction.DatabaseUnavailable;
import comity.ledger.Hash;
import comity.ledger.Opening;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// `ledger.leaf`: one row for each leaf, only ever added. What opens a leaf may be destroyed; the leaf
/// stays.
record LeafTable(Connection connection) {
    /// Writes many leaves in one statement, a column at a time.
    void insert(List<LeafRecord> leaves) throws SQLException {
        String sql = """
                insert into ledger.leaf (index, label, subject, commitment, salt, event, at)
                select * from unnest(?::bigint[], ?::text[], ?::uuid[], ?::bytea[], ?::bytea[], ?::bytea[], ?::timestamptz[])
                """;
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setArray(1, column("bigint", leaves, LeafRecord::index));
            insert.setArray(2, column("text", leaves, LeafRecord::label));
            insert.setArray(3, column("uuid", leaves, LeafRecord::subject));
            insert.setArray(4, bytes(leaves, leaf -> leaf.place().entry().bytes()));
            insert.setArray(
                    5, bytes(leaves, leaf -> leaf.opening().map(Opening::salt).orElse(null)));
            insert.setArray(
                    6, bytes(leaves, leaf -> leaf.opening().map(Opening::event).orElse(null)));
            insert.setArray(7, column("timestamptz", leaves, leaf -> leaf.at().atOffset(ZoneOffset.UTC)));
            insert.executeUpdate();
        }
    }

    private java.sql.Array column(String type, List<LeafRecord> leaves, Function<LeafRecord, Object> value)
            throws SQLException {
        return connection.createArrayOf(type, leaves.stream().map(value).toArray());
    }

    private java.sql.Array bytes(List<LeafRecord> leaves, Function<LeafRecord, byte @Nullable []> value)
            throws SQLException {
        return connection.createArrayOf("bytea", leaves.stream().map(value).toArray(byte[][]::new));
    }

    Optional<LeafRecord> find(long index) {
        String sql = """
                select index, label, subject, commitment, salt, event, at
                from ledger.leaf
                where index = ?
                """;
        return select(sql, index, LeafTable::leaf).stream().findFirst();
    }

    List<LeafRecord> about(UUID subject) {
        String sql = """
                select index, label, subject, commitment, salt, event, at
                from ledger.leaf
                where subject = ?
                order by index
                """;
        return select(sql, subject, LeafTable::leaf);
    }

    /// Which leaf records that this one's salt and event are destroyed.
    Optional<Long> destroyedIn(long index) {
        String sql = """
                select destroyed_in
                from ledger.leaf
                where index = ? and destroyed_in is not null
                """;
        return select(sql, index, row -> row.getLong("destroyed_in")).stream().findFirst();
    }

    void destroy(long index, long recordedIn) {
        String sql = """
                update ledger.leaf
                set salt = null, event = null, destroyed_in = ?
                where index = ?
                """;
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setLong(1, recordedIn);
            update.setLong(2, index);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /// A leaf with the one that records its destruction, if it was destroyed.
    record Kept(LeafRecord leaf, Optional<Long> destroyedIn) {}

    /// All leaves from one index up to, and not including, another; one that is missing is missing from
    /// the answer.
    List<Kept> kept(long from, long to) {
        String sql = """
                select index, label, subject, commitment, salt, event, at, destroyed_in
                from ledger.leaf
                where index >= ? and index < ?
                order by index
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, from);
            select.setLong(2, to);
            return rows(
                    select, row -> new Kept(leaf(row), Optional.ofNullable(row.getObject("destroyed_in", Long.class))));
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /// The entries from one index up to, and not including, another.
    List<byte[]> entries(long from, long to) {
        String sql = """
                select commitment
                from ledger.leaf
                where index >= ? and index < ?
                order by index
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, from);
            select.setLong(2, to);
            List<byte[]> entries = rows(select, row -> row.getBytes("commitment"));
            if (entries.size() != to - from) {
                throw new LedgerDamaged(LedgerDamage.LEAVES_MISSING, from, to);
            }
            return entries;
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /// The commitments at some indexes; one that is missing is missing from the answer.
    Map<Long, Hash> commitments(List<Long> indexes) {
        String sql = """
                select index, commitment
                from ledger.leaf
                where index = any (?)
                """;
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("bigint", indexes.toArray()));
            Map<Long, Hash> found = HashMap.newHashMap(indexes.size());
            rows(select, row -> found.put(row.getLong("index"), Hash.of(row.getBytes("commitment"))));
            return found;
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private static LeafRecord leaf(ResultSet row) throws SQLException {
        byte[] salt = row.getBytes("salt");
        Optional<Opening> opening =
                salt == null ? Optional.empty() : Optional.of(new Opening(salt, row.getBytes("event")));
        return new LeafRecord(
                row.getLong("index"),
                row.getString("label"),
                row.getObject("subject", UUID.class),
                Hash.of(row.getBytes("commitment")).hex(),
                opening,
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private <T> List<T> select(String sql, Object parameter, Row<T> reading) {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, parameter);
            return rows(select, reading);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private static <T> List<T> rows(PreparedStatement select, Row<T> reading) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                rows.add(reading.read(row));
            }
        }
        return rows;
    }

    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
