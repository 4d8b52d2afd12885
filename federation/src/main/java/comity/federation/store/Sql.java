package comity.federation.store;

import comity.kernel.transaction.DatabaseUnavailable;
import comity.kernel.transaction.Transaction;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The few things every table here does with JDBC.
final class Sql {
    private Sql() {}

    /// Sets the parameters of a statement.
    @FunctionalInterface
    interface Binding<T> {
        void bind(PreparedStatement statement, T item) throws SQLException;
    }

    /// Reads the row under the cursor.
    @FunctionalInterface
    interface Mapping<R> {
        R map(ResultSet row) throws SQLException;
    }

    static <R> List<R> query(Transaction tx, String sql, Mapping<R> mapping, @Nullable Object... parameters) {
        try (PreparedStatement query = prepared(tx, sql, parameters);
                ResultSet rows = query.executeQuery()) {
            List<R> found = new ArrayList<>();
            while (rows.next()) {
                found.add(mapping.map(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    static int update(Transaction tx, String sql, @Nullable Object... parameters) {
        try (PreparedStatement update = prepared(tx, sql, parameters)) {
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /// One statement for many rows, in one exchange with the database.
    static <T> void batch(Transaction tx, String sql, Collection<T> items, Binding<T> binding) {
        if (items.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = tx.connection().prepareStatement(sql)) {
            for (T item : items) {
                binding.bind(statement, item);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    private static PreparedStatement prepared(Transaction tx, String sql, @Nullable Object... parameters)
            throws SQLException {
        PreparedStatement statement = tx.connection().prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i] instanceof Instant instant ? utc(instant) : parameters[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    static Array ids(Transaction tx, Collection<UUID> ids) {
        return array(tx, "uuid", ids.toArray(UUID[]::new));
    }

    static Array texts(Transaction tx, Collection<String> texts) {
        return array(tx, "text", texts.toArray(String[]::new));
    }

    private static Array array(Transaction tx, String type, Object[] elements) {
        try {
            return tx.connection().createArrayOf(type, elements);
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static UUID id(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
