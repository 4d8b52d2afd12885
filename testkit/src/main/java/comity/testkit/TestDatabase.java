package comity.testkit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import comity.kernel.transaction.GroupedTransactions;
import comity.kernel.transaction.Transactions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// A fresh database with the migrations of some areas: the real PostgreSQL, the real migrations, nobody
/// else's rows.
public final class TestDatabase implements AutoCloseable {
    private static final int CLIENTS = 8;

    private final String name;
    private final HikariDataSource pool;
    private final GroupedTransactions transactions;

    private TestDatabase(String name, HikariDataSource pool) {
        this.name = name;
        this.pool = pool;
        this.transactions = new GroupedTransactions(pool);
    }

    /// @param areas in the order in which they are migrated, for example `ledger`, `federation`; none
    ///     for an empty database
    public static TestDatabase with(String... areas) {
        TestServer server = TestServer.running();
        String name = server.copyWith(List.of(areas));
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(server.jdbcUrl(name));
        config.setUsername(server.user());
        config.setPassword(server.password());
        config.setMaximumPoolSize(CLIENTS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(2_000);
        return new TestDatabase(name, new HikariDataSource(config));
    }

    public Transactions transactions() {
        return transactions;
    }

    public DataSource dataSource() {
        return pool;
    }

    /// The address for programs that bring their own connections.
    public String jdbcUrl() {
        return pool.getJdbcUrl();
    }

    public String user() {
        return TestServer.running().user();
    }

    public String password() {
        return TestServer.running().password();
    }

    /// Reads what is written, past the code under test: each question on a connection of its own, which
    /// nobody has cut off.
    public Reader reader() {
        return new Reader();
    }

    /// Cuts off every client, as when the database goes away. New connections are let in again at once.
    public void cutConnections() {
        TestServer.running()
                .administer(
                        "select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = '" + name + "'");
    }

    /// Lets nobody in until [#allowConnections]; who is connected stays.
    public void refuseConnections() {
        TestServer.running().administer("alter database " + name + " allow_connections false");
    }

    public void allowConnections() {
        TestServer.running().administer("alter database " + name + " allow_connections true");
    }

    @Override
    public void close() {
        transactions.close();
        pool.close();
        TestServer.running().drop(name);
    }

    /// Small questions to the database in SQL.
    public final class Reader {
        private Reader() {}

        /// The one number that a query answers.
        public long number(String sql, Object... values) {
            return Long.parseLong(text(sql, values));
        }

        /// The one value that a query answers, as text.
        public String text(String sql, Object... values) {
            List<List<@Nullable String>> rows = rows(sql, values);
            if (rows.size() != 1
                    || rows.getFirst().size() != 1
                    || rows.getFirst().getFirst() == null) {
                throw new AssertionError("Not one value but " + rows + " for " + sql);
            }
            return rows.getFirst().getFirst();
        }

        /// All rows, each value as text.
        public List<List<@Nullable String>> rows(String sql, Object... values) {
            try (Connection connection = DriverManager.getConnection(jdbcUrl(), user(), password());
                    PreparedStatement query = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    query.setObject(i + 1, values[i]);
                }
                return query.execute() ? rowsOf(query.getResultSet()) : List.of();
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }

        private static List<List<@Nullable String>> rowsOf(ResultSet answer) throws SQLException {
            List<List<@Nullable String>> rows = new ArrayList<>();
            int columns = answer.getMetaData().getColumnCount();
            while (answer.next()) {
                List<@Nullable String> row = new ArrayList<>(columns);
                for (int column = 1; column <= columns; column++) {
                    row.add(answer.getString(column));
                }
                rows.add(row);
            }
            return rows;
        }
    }
}
