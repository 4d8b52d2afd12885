package comity.testkit;

import comity.postgres.EmbeddedPostgres;
import comity.postgres.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/// The one PostgreSQL of this JVM's tests, and the migrated databases that fresh ones are copied from.
///
/// The tests bring their own. To run them on another version, name its server in the environment:
/// `COMITY_TEST_POSTGRES=jdbc:postgresql://127.0.0.1:5432/`, and `COMITY_TEST_POSTGRES_USER` and
/// `COMITY_TEST_POSTGRES_PASSWORD`, who may create databases.
final class TestServer {
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
    /// Linux keeps a file system in memory there, everywhere; a container may have given it hardly any room.
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final long ENOUGH = 2L << 30;

    private static final String OTHER = "COMITY_TEST_POSTGRES";

    /// Held, because a logger that nobody holds forgets its level.
    private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

    private final String address;
    private final String user;
    private final String password;
    private final String prefix = "test_" + ProcessHandle.current().pid() + "_";
    private final Map<List<String>, String> templates = new ConcurrentHashMap<>();
    private final AtomicInteger made = new AtomicInteger();

    static {
        MIGRATIONS.setLevel(Level.WARNING);
    }

    private TestServer(String address, String user, String password) {
        this.address = address;
        this.user = user;
        this.password = password;
    }

    static TestServer running() {
        return Holder.RUNNING;
    }

    String jdbcUrl(String database) {
        return address + database;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    /// A fresh database with the migrations of these areas. Copying takes a tenth of a second, migrating much
    /// longer.
    String copyWith(List<String> areas) {
        String template = templates.computeIfAbsent(areas, this::migrated);
        String name = newName();
        // Files are copied as they are: through the log they would be written twice.
        administer("create database " + name + " template " + template + " strategy file_copy");
        return name;
    }

    void drop(String database) {
        administer("drop database if exists " + database + " with (force)");
    }

    void administer(String sql) {
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private String newName() {
        return prefix + made.incrementAndGet();
    }

    private String migrated(List<String> areas) {
        String name = newName();
        administer("create database " + name);
        for (String area : areas) {
            Flyway.configure()
                    .dataSource(jdbcUrl(name), user, password)
                    .locations("classpath:comity/" + area + "/migrations")
                    .failOnMissingLocations(true)
                    .schemas(area)
                    .load()
                    .migrate();
        }
        return name;
    }

    /// Started by the first test that asks; what it made goes when the JVM ends.
    private static final class Holder {
        static final TestServer RUNNING = start();

        private static TestServer start() {
            String other = System.getenv(OTHER);
            return other == null ? own() : another(other);
        }

        private static TestServer another(String address) {
            TestServer server = new TestServer(
                    address,
                    Objects.requireNonNull(System.getenv(OTHER + "_USER"), OTHER + "_USER"),
                    Objects.requireNonNull(System.getenv(OTHER + "_PASSWORD"), OTHER + "_PASSWORD"));
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> server.templates.values().forEach(server::drop)));
            return server;
        }

        private static TestServer own() {
            try {
                Path programs = TEMPORARY.resolve("comity-postgres-" + System.getProperty("user.name"));
                Path folder = Files.createTempDirectory(inMemory() ? MEMORY : TEMPORARY, "comity-tests-");
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, Settings.forTests(programs));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    postgres.close();
                    delete(folder);
                }));
                return new TestServer(
                        "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/", postgres.user(), postgres.password());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /// Whether there is room for the files in memory. Each test makes some hundred files and drops them, and a
        /// disk's file system takes longer the more were dropped a moment ago: it may take most of a test's
        /// time.
        private static boolean inMemory() throws IOException {
            return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ENOUGH;
        }

        private static void delete(Path folder) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
