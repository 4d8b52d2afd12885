package comity.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// The database of a running node, reached past the node: to hold it up at a place, to break it, and to
/// count.
final class NodeDatabase {
    private static final String USER = "comity";

    private final Path folder;

    private NodeDatabase(Path folder) {
        this.folder = folder;
    }

    static NodeDatabase of(RunningDemo demo, String state) {
        return new NodeDatabase(demo.folder().resolve("data").resolve(state).resolve("postgres"));
    }

    /// The process that lets clients in; the others are its children.
    ProcessHandle server() {
        return ProcessHandle.of(Long.parseLong(pidFile().getFirst().strip()))
                .orElseThrow(() -> new IllegalStateException("No PostgreSQL runs on " + folder));
    }

    /// A file that the server reads when it starts.
    Path settings() {
        return folder.resolve("cluster").resolve("postgresql.auto.conf");
    }

    void run(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    long number(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    List<String> texts(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /// Lets nobody write to a table until it is closed, or the server ends.
    Hold hold(String table) {
        try {
            Connection connection = connect();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("lock table " + table + " in share mode");
            }
            return new Hold(connection, table);
        } catch (SQLException e) {
            throw new IllegalStateException(table, e);
        }
    }

    /// A table that nobody may write to.
    final class Hold implements AutoCloseable {
        private final Connection connection;
        private final String table;

        private Hold(Connection connection, String table) {
            this.connection = connection;
            this.table = table;
        }

        /// Waits until the node stands before the table.
        void awaitNode() {
            ApiCalls.await(
                    "that the node stands before " + table,
                    () -> number("select count(*) from pg_locks where not granted and relation = '" + table
                                    + "'::regclass")
                            > 0);
        }

        @Override
        public void close() {
            try {
                connection.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Connection connect() throws SQLException {
        try {
            String password = Files.readString(folder.resolve("password")).strip();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + pidFile().get(3).strip() + "/comity", USER, password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The first line is the server's process, the fourth its port.
    private List<String> pidFile() {
        try {
            return Files.readAllLines(folder.resolve("cluster").resolve("postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
