package comity.node.main;

import comity.directory.Directory;
import comity.directory.keys.RegistryKey;
import comity.directory.list.ListKeeper;
import comity.kernel.transaction.GroupedTransactions;
import comity.ledger.note.LogKey;
import comity.node.database.Database;
import comity.node.database.Migrations;
import comity.node.keys.NodeKeys;
import comity.node.ports.LedgerFiles;
import comity.node.ports.Readiness;
import comity.node.registry.ListAddress;
import comity.node.registry.Registry;
import comity.node.rooms.LedgerRoom;
import comity.node.settings.NodeSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/// The registry: a ledger, the list, and the address where it is read. It has no port for letters.
final class RegistryNode {
    private static final Duration LIST_IS_FRESH = Duration.ofDays(30);

    private RegistryNode() {}

    static AutoCloseable start(NodeSettings settings, Path entries) throws Exception {
        Opened opened = new Opened();
        try {
            Clock clock = Clock.systemUTC();
            Database database = opened.add(Database.open(settings));
            Migrations.run(database.dataSource(), List.of("ledger", "directory"));
            GroupedTransactions transactions = opened.add(new GroupedTransactions(database.dataSource()));
            LogKey logKey = NodeKeys.loadLogKey(settings);
            LedgerRoom ledger = opened.add(new LedgerRoom(transactions, logKey, settings.ledgerFiles(), clock));
            RegistryKey key = RegistryKey.parse(Files.readString(settings.keys().resolve("registry.jwk")));
            Registry registry = new Registry(
                    new ListKeeper(new Directory(), transactions, key, LIST_IS_FRESH, clock),
                    ledger.journal(),
                    transactions,
                    entries);
            registry.publishWhatChanged();
            ConfigurableApplicationContext server = new WebServer(settings, RegistryPages.class)
                    .give(NodeSettings.class, settings)
                    .door(new Readiness(() -> registry.latest().isPresent()))
                    .door(new LedgerFiles(settings.ledgerFiles()))
                    .door(new ListAddress(registry))
                    .start();
            opened.add(server::close);
            return opened;
        } catch (Exception e) {
            opened.close();
            throw e;
        }
    }
}
