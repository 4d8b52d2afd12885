package comity.benchmarks.letters;

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

/// A house's own PostgreSQL, durable as a node's is, with the tables of the rooms that a letter passes.
final class HouseDatabase implements AutoCloseable {
    private static final String NAME = "house";
    private static final int CONNECTIONS = 16;

    private final EmbeddedPostgres postgres;
    private final HikariDataSource pool;

    private HouseDatabase(EmbeddedPostgres postgres, HikariDataSource pool) {
        this.postgres = postgres;
        this.pool = pool;
    }

    /// @param programs where PostgreSQL's programs are unpacked, for both houses
    static HouseDatabase open(Path folder, Path programs) throws IOException, SQLException {
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
        for (String area : List.of("ledger", "federation")) {
            Flyway.configure()
                    .dataSource(pool)
                    .schemas(area)
                    .locations("classpath:comity/" + area + "/migrations")
                    .load()
                    .migrate();
        }
        return new HouseDatabase(postgres, pool);
    }

    DataSource pool() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
        postgres.close();
    }
}
