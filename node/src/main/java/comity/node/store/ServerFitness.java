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

    /// What is wrong with it; empty when it will do.
    public static Optional<String> faultOf(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < OLDEST_VERSION) {
            return Optional.of("it is PostgreSQL %d; needed is %d or newer".formatted(version, OLDEST_VERSION));
        }
        for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
            if (shown(connection, setting).equals("off")) {
                return Optional.of(
                        setting + " is off, and a receipt would promise that a letter is durable when it is not");
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
