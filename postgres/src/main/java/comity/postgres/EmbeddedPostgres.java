package comity.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.regex.Pattern;

/// A PostgreSQL that belongs to this process: started by it, stopped by it, reachable from this machine only and with a
/// password only.
///
/// The folder it is given holds all of it: copy the folder of a stopped server and you have a copy. One process at a
/// time may use a folder; a server that a killed process left behind is stopped first.
///
/// A server that ends though nobody closed it (it was killed, or its disk was full) is started again on the same port,
/// for as long as it takes: whoever uses it finds it away for a while, and then back with all that was committed.
public final class EmbeddedPostgres implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(EmbeddedPostgres.class.getName());
    private static final int START_ATTEMPTS = 5;
    private static final Duration BETWEEN_RESTARTS = Duration.ofSeconds(1);
    private static final Pattern DATABASE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    private final Cluster cluster;
    private final Settings settings;
    private final FileChannel claim;
    private final String password;
    private ServerProcess server;
    private boolean closed;

    /// @param settings with the port that the server has
    private EmbeddedPostgres(
            Cluster cluster, Settings settings, FileChannel claim, ServerProcess server, String password) {
        this.cluster = cluster;
        this.settings = settings;
        this.claim = claim;
        this.server = server;
        this.password = password;
        server.onEnd(this::bringBack);
    }

    /// Starts the server of a folder, which is made on first use. Returns when clients are let in.
    ///
    /// @throws IOException when another living process uses the folder, the port is taken, or the server does not
    ///     start; the message holds the end of its log
    public static EmbeddedPostgres start(Path dataFolder, Settings settings) throws IOException {
        Path folder = dataFolder.toAbsolutePath().normalize();
        Folders.create(folder);
        FileChannel claim = claim(folder);
        try {
            Programs programs = Programs.in(settings.programs().orElse(folder.resolve("programs")));
            ServerAccount account = ServerAccount.forWriterIn(folder);
            account.requireWayTo(programs.program("postgres"));
            Cluster cluster = new Cluster(folder, programs, account);
            cluster.stopOrphan();
            cluster.makeIfMissing(settings.durability());
            return start(cluster, settings, claim);
        } catch (IOException | RuntimeException e) {
            claim.close();
            throw e;
        }
    }

    private static EmbeddedPostgres start(Cluster cluster, Settings settings, FileChannel claim) throws IOException {
        for (int attempt = 1; attempt <= START_ATTEMPTS; attempt++) {
            int port = settings.port() == 0 ? freePort() : settings.port();
            ServerProcess server = ServerProcess.start(cluster, port, settings);
            if (server.becomesReady()) {
                return new EmbeddedPostgres(cluster, settings.withPort(port), claim, server, cluster.password());
            }
            if (settings.port() != 0) {
                break;
            }
            // Somebody may have taken the free port between the asking and the taking: ask again.
        }
        throw new IOException(
                "PostgreSQL did not start; the last words of " + cluster.log() + " are:\n" + cluster.lastWords());
    }

    /// The address for JDBC; user and password go beside it.
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + named(database);
    }

    public String user() {
        return Cluster.USER;
    }

    public String password() {
        return password;
    }

    public int port() {
        return settings.port();
    }

    public synchronized boolean isRunning() {
        return server.isAlive();
    }

    /// Makes an empty database; does nothing when there is one of that name.
    public void createDatabase(String name) throws SQLException {
        if (!exists(name)) {
            run("create database " + named(name));
        }
    }

    /// Makes a database that starts as a copy of another, to which nobody may be connected meanwhile.
    public void createDatabase(String name, String template) throws SQLException {
        run("create database " + named(name) + " template " + named(template));
    }

    /// Drops a database and cuts off whoever is connected; does nothing when there is none.
    public void dropDatabase(String name) throws SQLException {
        run("drop database if exists " + named(name) + " with (force)");
    }

    public boolean exists(String name) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement query = connection.prepareStatement("select 1 from pg_database where datname = ?")) {
            query.setString(1, named(name));
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    /// Stops the server in order. Whoever is still connected is cut off; what was committed is kept.
    @Override
    public synchronized void close() {
        closed = true;
        try (claim) {
            server.stop();
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL could not be stopped", e);
        }
    }

    private void bringBack() {
        while (!isBackOrClosed()) {
            try {
                Thread.sleep(BETWEEN_RESTARTS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private synchronized boolean isBackOrClosed() {
        if (closed) {
            return true;
        }
        LOG.log(System.Logger.Level.WARNING, "PostgreSQL ended; starting it again on port {0}", settings.port());
        try {
            cluster.stopOrphan();
            ServerProcess next = ServerProcess.start(cluster, settings.port(), settings);
            if (next.becomesReady()) {
                server = next;
                next.onEnd(this::bringBack);
                return true;
            }
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "PostgreSQL could not be started again: {0}", e.getMessage());
        }
        return false;
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(jdbcUrl("postgres"), user(), password);
    }

    private static String named(String database) {
        if (!DATABASE_NAME.matcher(database).matches()) {
            throw new IllegalArgumentException("A database name is small letters, digits and low lines: " + database);
        }
        return database;
    }

    /// Holds the folder for this process. The operating system lets go of it when the process ends, however it
    /// ends.
    private static FileChannel claim(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("in-use.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new IOException("This process already runs a PostgreSQL on " + folder, e);
        }
        channel.close();
        throw new IOException("Another running process uses the PostgreSQL of " + folder);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
