package comity.node.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import comity.node.settings.NodeSettings;
import comity.node.store.ServerFitness;
import comity.postgres.EmbeddedPostgres;
import comity.postgres.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/// The database of one node: the operator's PostgreSQL where the settings name one, else a PostgreSQL of the node's
/// own.
public final class Database implements AutoCloseable {
    private static final String NAME = "comity";
    private static final int CONNECTIONS = 16;
    /// How long a person waits for a connection before being told that the database is away.
    private static final long PATIENCE_MILLIS = 5_000;

    private static final int SECONDS_TO_ANSWER = 2;

    private final HikariDataSource pool;
    private final Optional<EmbeddedPostgres> own;

    private Database(HikariDataSource pool, Optional<EmbeddedPostgres> own) {
        this.pool = pool;
        this.own = own;
    }

    public static Database open(NodeSettings settings) throws IOException, SQLException {
        if (settings.database().isPresent()) {
            return new Database(external(settings.database().get()), Optional.empty());
        }
        EmbeddedPostgres postgres = EmbeddedPostgres.start(
                settings.data().resolve("postgres"),
                settings.programs().map(Settings.durable()::withPrograms).orElse(Settings.durable()));
        if (!postgres.exists(NAME)) {
            postgres.createDatabase(NAME);
        }
        return new Database(pool(postgres.jdbcUrl(NAME), postgres.user(), postgres.password()), Optional.of(postgres));
    }

    public DataSource dataSource() {
        return pool;
    }

    /// Whether it answers now.
    public boolean answers() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(SECONDS_TO_ANSWER);
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public void close() {
        pool.close();
        own.ifPresent(EmbeddedPostgres::close);
    }

    private static HikariDataSource external(NodeSettings.ExternalDatabase external) throws IOException {
        String password = Files.readString(external.passwordFile()).strip();
        HikariDataSource pool;
        try {
            pool = pool(external.url(), external.user(), password);
        } catch (RuntimeException e) {
            throw new DatabaseUnfit(external.url(), closed(e));
        }
        try (Connection connection = pool.getConnection()) {
            Optional<ServerFitness.Fault> fault = ServerFitness.faultOf(connection);
            if (fault.isPresent()) {
                throw new DatabaseUnfit(external.url(), fault.get());
            }
            return pool;
        } catch (SQLException | RuntimeException e) {
            pool.close();
            throw e instanceof DatabaseUnfit unfit ? unfit : new DatabaseUnfit(external.url(), closed(e));
        }
    }

    private static ServerFitness.Fault closed(Exception e) {
        return new ServerFitness.Fault("closed", List.of(String.valueOf(e.getMessage())));
    }

    private static HikariDataSource pool(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("comity");
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(PATIENCE_MILLIS);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("socketTimeout", "30");
        return new HikariDataSource(config);
    }
}
