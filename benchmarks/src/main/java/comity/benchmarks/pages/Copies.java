package comity.benchmarks.pages;

import comity.kernel.RequestReference;
import comity.kernel.RequestType;
import comity.kernel.StateCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/// Fills a node's table of requests with copies of one that came over the wire, each with an id, a reference and an end
/// of its own.
final class Copies implements AutoCloseable {
    private static final int AT_ONCE = 20_000;
    private static final int SERIALS_IN_A_YEAR = 400_000;
    private static final int FIRST_YEAR = 2030;
    private static final int PORT_LINE = 3;

    private final Connection connection;
    private int year = FIRST_YEAR;
    private int serial;

    private Copies(Connection connection) {
        this.connection = connection;
    }

    /// Opens the database of a node of this run.
    static Copies in(Path nodeFolder) throws IOException, SQLException {
        Path postgres = nodeFolder.resolve("postgres");
        List<String> running = Files.readAllLines(postgres.resolve("cluster").resolve("postmaster.pid"));
        String url = "jdbc:postgresql://127.0.0.1:" + running.get(PORT_LINE).strip() + "/comity";
        String password = Files.readString(postgres.resolve("password")).strip();
        Connection connection = DriverManager.getConnection(url, "comity", password);
        try (Statement statement = connection.createStatement()) {
            // What is filled in may be lost in a power cut; what is measured afterwards only reads.
            statement.execute("set synchronous_commit = off");
        }
        return new Copies(connection);
    }

    /// How many requests the table holds.
    long count() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from requests.preservation")) {
            found.next();
            return found.getLong(1);
        }
    }

    /// Adds copies until the table holds so many, and lets the planner know.
    void fillTo(long rows) throws SQLException {
        for (long missing = rows - count(); missing > 0; missing = rows - count()) {
            add((int) Math.min(missing, AT_ONCE));
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze requests.preservation");
        }
    }

    private void add(int copies) throws SQLException {
        String[] references = new String[copies];
        for (int i = 0; i < copies; i++) {
            references[i] = nextReference();
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into requests.preservation
                    (id, side, reference, peer, version, state, clock, urgency, urgency_rank, waits_for, due_at,
                     tick_at, acknowledged_at, owner, updated_at, record)
                select made.id, side, made.reference, peer, version, state, clock, urgency, urgency_rank, waits_for,
                       now() + random() * interval '60 days', null, acknowledged_at, owner,
                       now() - random() * interval '900 days',
                       replace(replace(record::text, first.id::text, made.id::text),
                               first.reference, made.reference)::jsonb
                from (select * from requests.preservation where side = 'requested' and waits_for = 'us' order by reference limit 1) first,
                     (select gen_random_uuid() as id, reference from unnest(?::text[]) as reference) made
                """)) {
            insert.setArray(1, connection.createArrayOf("text", references));
            if (insert.executeUpdate() != copies) {
                throw new SQLException("There is no request to copy");
            }
        }
    }

    private String nextReference() {
        if (serial >= SERIALS_IN_A_YEAR) {
            year++;
            serial = 0;
        }
        RequestReference next = RequestReference.next(new StateCode("XA"), RequestType.PRESERVATION, year, serial);
        serial = next.serial();
        return next.toString();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
