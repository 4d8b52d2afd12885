package comity.benchmarks.spread;

import comity.benchmarks.load.NodeDatabase;
import comity.benchmarks.load.TlsServer;
import comity.directory.Directory;
import comity.directory.Entry;
import comity.directory.keys.RegistryKey;
import comity.directory.list.EntryJson;
import comity.directory.list.ListKeeper;
import comity.directory.proposals.Subject;
import comity.kernel.Utf8;
import comity.kernel.transaction.GroupedTransactions;
import comity.ledger.journal.Journal;
import comity.ledger.note.LogKey;
import comity.node.registry.ListAddress;
import comity.node.registry.Registry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.catalina.LifecycleException;

/// A registry without pages: its folder of entries, its database and ledger, and its own door to the list.
final class RegistryHouse implements AutoCloseable {
    private static final Duration LIST_IS_FRESH = Duration.ofDays(30);

    private final GroupedTransactions transactions;
    private final Registry registry;
    private final TlsServer server;

    private RegistryHouse(GroupedTransactions transactions, Registry registry, TlsServer server) {
        this.transactions = transactions;
        this.registry = registry;
        this.server = server;
    }

    /// Opens it with its first edition published.
    static RegistryHouse open(Path folder, NodeDatabase database, SSLContext tls, RegistryKey key, List<Entry> first)
            throws IOException, LifecycleException {
        Clock clock = Clock.systemUTC();
        Path entries = Files.createDirectories(folder.resolve("entries"));
        for (Entry entry : first) {
            Files.writeString(entries.resolve(entry.state() + ".json"), EntryJson.format(entry));
        }
        GroupedTransactions transactions = new GroupedTransactions(database.pool());
        try {
            Journal journal = new Journal(transactions, LogKey.generate("ledger.example/registry"), clock);
            Registry registry = new Registry(
                    new ListKeeper(new Directory(), transactions, key, LIST_IS_FRESH, Optional.empty(), clock),
                    journal,
                    transactions,
                    entries,
                    clock);
            registry.publishWhatChanged();
            TlsServer server = TlsServer.forAnybody(folder, tls, new ListAddress(registry, journal::latest));
            return new RegistryHouse(transactions, registry, server);
        } catch (IOException | LifecycleException | RuntimeException e) {
            transactions.close();
            throw e;
        }
    }

    URI list() {
        return URI.create("https://127.0.0.1:" + server.port() + "/directory/list");
    }

    long edition() {
        return registry.latest().orElseThrow().version().number();
    }

    /// How long the newest edition is as it is signed.
    int length() {
        return registry.latest().orElseThrow().bytes().length;
    }

    /// Publishes what the secretariat has just approved: that an entry holds on another day.
    void approve(Entry entry, LocalDate holdsOn) throws IOException {
        registry.publish(
                new Subject.OfEntry(entry.state()),
                Utf8.bytes(EntryJson.format(entry.confirmed(holdsOn))),
                (_, _) -> {});
    }

    @Override
    public void close() {
        server.close();
        transactions.close();
    }
}
