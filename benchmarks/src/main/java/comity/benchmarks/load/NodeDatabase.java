package comity.benchmarks.load;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import comity.postgres.EmbeddedPostgres;
import comity.postgres.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// A PostgreSQL of one's own, durable as a node's is, with the tables of some areas.
public final class NodeDatabase implements AutoCloseable {
    private static final String NAME = "node";
    private static final int CONNECTIONS = 16;

    private final EmbeddedPostgres postgres;
    private final HikariDataSource pool;

    private NodeDatabase(EmbeddedPostgres postgres, HikariDataSource pool) {
        this.postgres = postgres;
        this.pool = pool;
    }

    /// @param programs where PostgreSQL's programs are unpacked, for all that a run starts
    /// @param areas whose tables it shall have
    public static NodeDatabase open(Path folder, Path programs, List<String> areas) throws IOException, SQLException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(
                folder.resolve("postgres"), Settings.durable().withPrograms(programs));
        postgres.createDatabase(NAME);
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(postgres.jdbcUrl(NAME));
        config.setUsername(postgres.user());
        config.setPassword(postgres.password());
        config.setMaximumPoolSize(CONNECTIONS);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        HikariDataSource pool = new HikariDataSource(config);
        for (String area : areas) {
            Flyway.configure()
                    .dataSource(pool)
                    .schemas(area)
                    .locations("classpath:comity/" + area + "/migrations")
                    .load()
                    .migrate();
        }
        return new NodeDatabase(postgres, pool);
    }

    public DataSource pool() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
        postgres.close();
    }
}
