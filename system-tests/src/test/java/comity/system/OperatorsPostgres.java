package comity.system;

import comity.postgres.EmbeddedPostgres;
import comity.postgres.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/// The operator's PostgreSQL, which no node has started: Debian's 15 where it is installed, because it is
/// the oldest that nodes are run on; else the version that nodes bring themselves. It says which it is.
final class OperatorsPostgres implements AutoCloseable {
    private final Server server;
    private final int port;

    /// One that can be stopped and started again on its data.
    interface Server {
        void start(int port) throws IOException;

        void stop();

        String user();

        String password();
    }

    private OperatorsPostgres(Server server, int port) {
        this.server = server;
        this.port = port;
    }

    static OperatorsPostgres start(Path data) throws IOException {
        Server server = DebiansPostgres.isInstalled() ? new DebiansPostgres(data) : new Brought(data);
        OperatorsPostgres postgres = new OperatorsPostgres(server, freePort());
        postgres.startAgain();
        System.out.println("The operator's database is " + postgres.text("postgres", "select version()"));
        return postgres;
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    void startAgain() {
        try {
            server.start(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void stop() {
        server.stop();
    }

    @Override
    public void close() {
        stop();
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /// A database that belongs to an account of its own, as the guide says.
    void make(String database, String password) {
        run("postgres", "create role " + database + " login password '" + password + "'");
        run("postgres", "create database " + database + " owner " + database);
    }

    void run(String database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    long number(String database, String sql) {
        return Long.parseLong(text(database, sql));
    }

    private String text(String database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), server.user(), server.password());
    }

    /// Of the version that nodes bring.
    private static final class Brought implements Server {
        private final Path data;
        private EmbeddedPostgres running;

        Brought(Path data) {
            this.data = data;
        }

        @Override
        public void start(int port) throws IOException {
            running = EmbeddedPostgres.start(
                    data, Settings.durable().withPrograms(RunningDemo.PROGRAMS).withPort(port));
        }

        @Override
        public void stop() {
            running.close();
        }

        @Override
        public String user() {
            return running.user();
        }

        @Override
        public String password() {
            return running.password();
        }
    }
}
