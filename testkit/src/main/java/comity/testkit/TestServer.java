package comity.testkit;

import comity.postgres.EmbeddedPostgres;
import comity.postgres.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;

/// The one PostgreSQL of this JVM's tests, and the migrated databases that fresh ones are copied from.
final class TestServer {
    /// Held, because a logger that nobody holds forgets its level.
    private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    private final EmbeddedPostgres postgres;
    private final Map<List<String>, String> templates = new ConcurrentHashMap<>();
    private final AtomicInteger copies = new AtomicInteger();

    static {
        MIGRATIONS.setLevel(Level.WARNING);
    }

    private TestServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static TestServer running() {
        return Holder.RUNNING;
    }

    /// A fresh database with the migrations of these areas. Copying takes a tenth of a second, migrating much
    /// longer.
    String copyWith(List<String> areas) {
        String template = templates.computeIfAbsent(areas, this::migrated);
        String name = "copy_" + copies.incrementAndGet();
        try {
            postgres.createDatabase(name, template);
        } catch (SQLException e) {
            throw new IllegalStateException("The template " + template + " could not be copied", e);
        }
        return name;
    }

    EmbeddedPostgres postgres() {
        return postgres;
    }

    private String migrated(List<String> areas) {
        String name = "template_" + templates.size() + "_" + copies.incrementAndGet();
        try {
            postgres.createDatabase(name);
        } catch (SQLException e) {
            throw new IllegalStateException("The template " + name + " could not be made", e);
        }
        for (String area : areas) {
            Flyway.configure()
                    .dataSource(postgres.jdbcUrl(name), postgres.user(), postgres.password())
                    .locations("classpath:comity/" + area + "/migrations")
                    .failOnMissingLocations(true)
                    .schemas(area)
                    .load()
                    .migrate();
        }
        return name;
    }

    /// Started by the first test that asks; stopped and deleted when the JVM ends.
    private static final class Holder {
        static final TestServer RUNNING = start();

        private static TestServer start() {
            try {
                Path programs = TEMPORARY.resolve("comity-postgres-" + System.getProperty("user.name"));
                Path folder = Files.createTempDirectory(TEMPORARY, "comity-tests-");
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, Settings.forTests(programs));
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    postgres.close();
                    delete(folder);
                }));
                return new TestServer(postgres);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void delete(Path folder) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
