package comity.node.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/// Whether a PostgreSQL that the operator runs is one that a node can stand on.
public final class ServerFitness {
    private static final int OLDEST_VERSION = 15;

    private ServerFitness() {}

    /// What is wrong with it.
    ///
    /// @param code which text says it, without its `database.`
    /// @param values what stands in that text
    public record Fault(String code, List<Object> values) {
        public Fault {
            values = List.copyOf(values);
        }
    }

    /// What is wrong with it; empty when it will do.
    public static Optional<Fault> faultOf(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_VERSION) {
            return Optional.of(new Fault("old", List.of(version, OLDEST_VERSION)));
        }
        for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            if (shown(connection, setting).equals("off")) {
                return Optional.of(new Fault("off", List.of(setting)));
            }
        }
        return Optional.empty();
    }

    private static String shown(Connection connection, String setting) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show " + setting)) {
            row.next();
            return row.getString(1);
        }
    }
}
