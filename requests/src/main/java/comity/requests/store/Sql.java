package comity.requests.store;

import comity.kernel.transaction.Transaction;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The ways in which every statement here talks to the database.
final class Sql {
    /// Sorts after every real end.
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private Sql() {}

    static JdbcClient client(Transaction tx) {
        return tx.kept(
                        Client.class,
                        open -> new Client(JdbcClient.create(new SingleConnectionDataSource(open.connection(), true))))
                .jdbc();
    }

    /// The database keeps microseconds and would round to the nearest: a clock told to wake at a moment would wake
    /// after it, find the moment gone by, and never do what was due.
    static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /// One client for all the statements of a database transaction.
    private record Client(JdbcClient jdbc) {}
}
