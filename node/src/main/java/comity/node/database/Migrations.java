package comity.node.database;

import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/// Brings each area's schema up to date, each with a history of its own.
public final class Migrations {
    private Migrations() {}

    /// @param areas schema names; each area's scripts lie on the class path at `comity/<area>/migrations`
    public static void run(DataSource database, List<String> areas) {
        for (String area : areas) {
            Flyway.configure()
                    .dataSource(database)
                    .schemas(area)
                    .locations("classpath:comity/" + area + "/migrations")
                    .failOnMissingLocations(true)
                    .load()
                    .migrate();
        }
    }
}
