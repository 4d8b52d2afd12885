package comity.benchmarks.ledger;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import comity.benchmarks.load.ClosedLoop;
import comity.kernel.transaction.GroupedTransactions;
import comity.kernel.transaction.Transaction;
import comity.ledger.journal.Journal;
import comity.ledger.note.Checkpoint;
import comity.ledger.note.LogKey;
import comity.ledger.tree.InclusionProof;
import comity.postgres.EmbeddedPostgres;
import comity.postgres.Settings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/// A journal in an embedded PostgreSQL that keeps every commit, as a node has it.
final class DurableLog implements AutoCloseable {
    static final int EVENT_BYTES = 400;
    private static final UUID SUBJECT = new UUID(0, 7);

    private final EmbeddedPostgres postgres;
    private final HikariDataSource pool;
    private final GroupedTransactions transactions;
    private final Journal journal;
    private final byte[] event = new byte[EVENT_BYTES];

    private DurableLog(EmbeddedPostgres postgres) throws Exception {
        this.postgres = postgres;
        postgres.createDatabase("ledger");
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(postgres.jdbcUrl("ledger"));
        config.setUsername(postgres.user());
        config.setPassword(postgres.password());
        this.pool = new HikariDataSource(config);
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:comity/ledger/migrations")
                .schemas("ledger")
                .load()
                .migrate();
        this.transactions = new GroupedTransactions(pool);
        this.journal = new Journal(transactions, LogKey.generate("bench.example/ledger"), Clock.systemUTC());
        new Random(3).nextBytes(event);
    }

    static DurableLog started(Path folder) throws Exception {
        return new DurableLog(EmbeddedPostgres.start(folder.resolve("postgres"), Settings.durable()));
    }

    /// Appends by several threads, each of which waits until its leaf is durable.
    ClosedLoop.Outcome appends(ClosedLoop.Plan plan) throws InterruptedException {
        return ClosedLoop.run(plan, (_, _) -> transactions.write(this::append));
    }

    private long append(Transaction tx) {
        return journal.append(tx, "bench", SUBJECT, event).index();
    }

    /// Brings the log to a size, thousands of leaves in each transaction.
    void growTo(long size) {
        for (long missing = missing(size); missing > 0; missing = missing(size)) {
            long some = Math.min(missing, 5_000);
            transactions.write(tx -> {
                for (long i = 0; i < some; i++) {
                    append(tx);
                }
                return some;
            });
        }
    }

    private long missing(long size) {
        return size - journal.latest().checkpoint().size();
    }

    /// The median microseconds that a proof from the database takes, for leaves by chance.
    double proofMicros() {
        Checkpoint checkpoint = journal.latest().checkpoint();
        Random chance = new Random(4);
        return transactions.read(tx -> {
            List<Long> times = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                long start = System.nanoTime();
                long index = chance.nextLong(checkpoint.size());
                InclusionProof proof = journal.inclusion(tx, index, checkpoint.size());
                times.add(System.nanoTime() - start);
                if (proof.index() != index) {
                    throw new IllegalStateException("A proof of another leaf");
                }
            }
            return times.stream().skip(200).sorted().toList().get(200) / 1e3;
        });
    }

    /// Bytes on disk for each leaf, with indexes and all that PostgreSQL keeps beside rows.
    record Weight(double leaf, double subtree) {}

    Weight weight() throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet sizes = statement.executeQuery("""
                        select pg_total_relation_size('ledger.leaf'), pg_total_relation_size('ledger.subtree'),
                               (select count(*) from ledger.leaf)
                        """)) {
            sizes.next();
            double leaves = sizes.getLong(3);
            return new Weight(sizes.getLong(1) / leaves, sizes.getLong(2) / leaves);
        }
    }

    @Override
    public void close() {
        transactions.close();
        pool.close();
        postgres.close();
    }
}
