package comity.node.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import comity.node.settings.NodeSettings;
import comity.postgres.EmbeddedPostgres;
import comity.postgres.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/// The database of one node: the operator's PostgreSQL where the settings name one, else a PostgreSQL of the node's
/// own.
public final class Database implements AutoCloseable {
    private static final String NAME = "comity";
    private static final int CONNECTIONS = 16;
    /// How long a person waits for a connection before being told that the database is away.
    private static final long PATIENCE_MILLIS = 5_000;

    private final HikariDataSource pool;
    private final Optional<EmbeddedPostgres> own;

    private Database(HikariDataSource pool, Optional<EmbeddedPostgres> own) {
        this.pool = pool;
        this.own = own;
    }

    public static Database open(NodeSettings settings) throws IOException, SQLException {
        if (settings.database().isPresent()) {
            NodeSettings.ExternalDatabase external = settings.database().get();
            String password = Files.readString(external.passwordFile()).strip();
            return new Database(pool(external.url(), external.user(), password), Optional.empty());
        }
        EmbeddedPostgres postgres = EmbeddedPostgres.start(settings.data().resolve("postgres"), Settings.durable());
        if (!postgres.exists(NAME)) {
            postgres.createDatabase(NAME);
        }
        return new Database(pool(postgres.jdbcUrl(NAME), postgres.user(), postgres.password()), Optional.of(postgres));
    }

    public DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
        own.ifPresent(EmbeddedPostgres::close);
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
