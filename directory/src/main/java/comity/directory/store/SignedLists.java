package comity.directory.store;

import comity.directory.ListVersion;
import comity.kernel.transaction.DatabaseUnavailable;
import comity.kernel.transaction.Transaction;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// The table of editions. The database itself refuses a second edition of the same number.
public final class SignedLists {
    /// An edition as it came.
    public record SignedList(long number, byte[] bytes) {}

    /// The edition with the highest number.
    public Optional<SignedList> latest(Transaction tx) {
        return find(tx, """
                select number, document from directory.list
                order by number desc limit 1""", statement -> {});
    }

    public Optional<SignedList> find(Transaction tx, long number) {
        return find(tx, """
                select number, document from directory.list
                where number = ?""", statement -> statement.setLong(1, number));
    }

    public void add(Transaction tx, ListVersion version, byte[] bytes, Instant takenAt) {
        try (PreparedStatement insert = tx.connection().prepareStatement("""
                insert into directory.list (number, digest, document, issued_at, expires_at, taken_at)
                values (?, ?, ?, ?, ?, ?)""")) {
            insert.setLong(1, version.number());
            insert.setString(2, version.digest());
            insert.setBytes(3, bytes);
            insert.setObject(4, utc(version.issuedAt()));
            insert.setObject(5, utc(version.expiresAt()));
            insert.setObject(6, utc(takenAt));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private static Optional<SignedList> find(Transaction tx, String sql, Binding binding) {
        try (PreparedStatement query = tx.connection().prepareStatement(sql)) {
            binding.bind(query);
            try (ResultSet row = query.executeQuery()) {
                return row.next()
                        ? Optional.of(new SignedList(row.getLong("number"), row.getBytes("document")))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    @FunctionalInterface
    private interface Binding {
        void bind(PreparedStatement statement) throws SQLException;
    }
}
