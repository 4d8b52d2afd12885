package comity.benchmarks.spread;

import comity.benchmarks.Found;
import comity.benchmarks.Numbers;
import comity.benchmarks.Run;
import comity.benchmarks.load.Certificates;
import comity.benchmarks.load.ChildJvm;
import comity.benchmarks.load.NodeDatabase;
import comity.benchmarks.load.Quantiles;
import comity.directory.Entry;
import comity.directory.keys.RegistryKey;
import comity.postgres.EmbeddedPostgres;
import comity.postgres.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import javax.net.ssl.SSLContext;
import org.flywaydb.core.Flyway;

/// How long it takes from the secretariat's approval until a change is in force in each of two hundred nodes, and how
/// many bytes one node is sent for it.
public final class SpreadTimes {
    private static final int NODES = 200;
    private static final List<String> REGISTRY = List.of("ledger", "directory");
    private static final LocalDate DAY = LocalDate.parse("2027-01-01");
    /// How far apart two nodes' questions are at most: a change must not fall into the same part of it each time.
    private static final int RHYTHM_MILLIS = 20_000;

    private final Run run;
    private final Found found;
    private final String entry;
    private final RegistryKey key = RegistryKey.generate();
    private final Path folder;
    private final Path programs;
    private final Path store;
    private final SSLContext tls;

    private SpreadTimes(Run run, Found found, String entry) throws Exception {
        this.run = run;
        this.found = found;
        this.entry = entry;
        folder = run.folder().resolve("spread");
        programs = run.folder().resolve("programs");
        store = Certificates.onP256().write(folder, "registry");
        tls = Certificates.tls(Certificates.read(store));
    }

    /// @param entry a State's entry as the registry keeps it, with the card of a node
    public static void measure(Run run, Found found, String entry) throws Exception {
        SpreadTimes times = new SpreadTimes(run, found, entry);
        times.bytes();
        times.spread();
    }

    private NodeDatabase database(String name) throws Exception {
        return NodeDatabase.open(folder.resolve(name), programs, REGISTRY);
    }

    /// What a node is sent for one changed entry of as many as there can be.
    private void bytes() throws Exception {
        run.say("one entry of " + ManyEntries.MOST + " changed");
        List<Entry> entries = ManyEntries.of(entry, ManyEntries.MOST, NODES);
        try (NodeDatabase database = database("long-list");
                RegistryHouse registry = RegistryHouse.open(folder.resolve("long-list"), database, tls, key, entries)) {
            long former = registry.edition();
            registry.approve(entries.get(entries.size() / 2), DAY);
            long patch = AnswerBytes.of(tls, registry.list(), "?from=" + former);
            found.figure("registry.change.bytes", patch, "B");
            found.table(
                    "One entry of " + ManyEntries.MOST + " changed",
                    List.of("what a node is sent", "bytes"),
                    List.of(
                            List.of("the change", Numbers.shown(patch)),
                            List.of(
                                    "the whole list as it is signed, before packing",
                                    Numbers.shown(registry.length()))));
            found.note("A list of %d entries, as many as there are codes of two letters, %d of them with the card of a"
                            .formatted(ManyEntries.MOST, NODES)
                    + " node. What is counted of the change is the answer with its head, inside TLS.");
        }
    }

    private void spread() throws Exception {
        run.say("bringing up " + NODES + " readers of the list");
        List<Entry> entries = ManyEntries.of(entry, NODES, NODES);
        try (NodeDatabase database = database("registry");
                RegistryHouse registry = RegistryHouse.open(folder.resolve("registry"), database, tls, key, entries);
                EmbeddedPostgres theirs = databases();
                ChildJvm readers = ChildJvm.start("readers", folder, ManyReaders.class, flags(), List.of())) {
            readers.ask("start %s %s %s %s %d %s"
                    .formatted(
                            registry.list(),
                            theirs.jdbcUrl("node"),
                            theirs.user(),
                            theirs.password(),
                            NODES,
                            key.publicJwk()));
            readers.ask("await " + registry.edition());
            Random chance = new Random(5);
            Thread.sleep(RHYTHM_MILLIS);
            long[] millis = {};
            Duration spent = Duration.ZERO;
            int changes = run.thorough(5, 2);
            for (int i = 0; i < changes; i++) {
                Thread.sleep(chance.nextInt(RHYTHM_MILLIS));
                Optional<Duration> before = readers.processorTime();
                long approved = System.currentTimeMillis();
                registry.approve(entries.get(chance.nextInt(NODES)), DAY.plusDays(i));
                String moments = readers.ask("await " + registry.edition());
                long[] these = Arrays.stream(moments.split(" "))
                        .mapToLong(Long::parseLong)
                        .map(moment -> moment - approved)
                        .toArray();
                millis = LongStream.concat(Arrays.stream(millis), Arrays.stream(these))
                        .toArray();
                spent = spent.plus(readers.processorTime().orElse(Duration.ZERO))
                        .minus(before.orElse(Duration.ZERO));
                run.say("   change " + (i + 1) + ": in all after "
                        + Numbers.shown(Arrays.stream(these).max().orElse(0) / 1e3) + " s");
            }
            Arrays.sort(millis);
            found(millis, changes, spent, registry.length());
        }
    }

    private void found(long[] sorted, int changes, Duration spent, int length) {
        double half = Quantiles.of(sorted, 0.50) / 1e3;
        double p99 = Quantiles.of(sorted, 0.99) / 1e3;
        double last = sorted[sorted.length - 1] / 1e3;
        found.figure("registry.spread.p50", half, "s");
        found.figure("registry.spread.p99", p99, "s");
        found.figure("registry.spread.last", last, "s");
        found.table(
                "From approval at the registry into " + NODES + " nodes",
                List.of("", "p50 s", "p99 s", "the last s"),
                List.of(List.of("a change in force", Numbers.shown(half), Numbers.shown(p99), Numbers.shown(last))));
        found.note("%d changes, each of one entry of %d, at moments by chance. %d readers in one process, each with a"
                        .formatted(changes, NODES, NODES)
                + " connection over TLS 1.3 and a database of its own, asking at the rhythm of a node; the list has"
                + " %s bytes as signed. Processor time of each reader for each change: %s ms."
                        .formatted(Numbers.shown(length), Numbers.shown(spent.toMillis() / (double) changes / NODES)));
    }

    /// One PostgreSQL with a database for each node.
    private EmbeddedPostgres databases() throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(
                folder.resolve("nodes"), new Settings(Optional.of(programs), 0, NODES, Settings.Durability.KEPT));
        try {
            postgres.createDatabase("model");
            Flyway.configure()
                    .dataSource(postgres.jdbcUrl("model"), postgres.user(), postgres.password())
                    .schemas("directory")
                    .locations("classpath:comity/directory/migrations")
                    .load()
                    .migrate();
            for (int i = 0; i < NODES; i++) {
                postgres.createDatabase("node" + i, "model");
            }
            return postgres;
        } catch (Exception e) {
            postgres.close();
            throw e;
        }
    }

    private List<String> flags() {
        List<String> flags = new ArrayList<>(run.flags("readers", "6g"));
        // Two hundred lists of megabytes each would leave holes between the regions of the usual collector.
        flags.add("-XX:+UseParallelGC");
        flags.add("-Djavax.net.ssl.trustStore=" + store);
        flags.add("-Djavax.net.ssl.trustStorePassword=" + new String(Certificates.PASSWORD));
        return flags;
    }
}
