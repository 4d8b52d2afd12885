package comity.node.main;

import comity.directory.Directory;
import comity.directory.list.DirectoryList;
import comity.directory.list.ListKeeper;
import comity.kernel.transaction.GroupedTransactions;
import comity.node.database.Database;
import comity.node.database.Migrations;
import comity.node.keys.RegistryKeys;
import comity.node.ports.LedgerFiles;
import comity.node.ports.Readiness;
import comity.node.registry.EntriesWatch;
import comity.node.registry.ListAddress;
import comity.node.registry.Registry;
import comity.node.rooms.LedgerRoom;
import comity.node.settings.NodeSettings;
import comity.web.registry.RegistryPage;
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
            Clock clock = NodeTime.of(settings, opened);
            Database database = opened.add(Database.open(settings));
            Migrations.run(database.dataSource(), List.of("ledger", "directory"));
            GroupedTransactions transactions = opened.add(new GroupedTransactions(database.dataSource()));
            RegistryKeys keys = RegistryKeys.load(settings);
            LedgerRoom ledger = opened.add(new LedgerRoom(transactions, keys.log(), settings.ledgerFiles(), clock));
            Registry registry = new Registry(
                    new ListKeeper(new Directory(), transactions, keys.list(), LIST_IS_FRESH, clock),
                    ledger.journal(),
                    transactions,
                    entries,
                    clock);
            registry.publishWhatChanged();
            opened.add(new EntriesWatch(registry));
            ConfigurableApplicationContext server = new WebServer(settings, RegistryPages.class)
                    .give(NodeSettings.class, settings)
                    .door(new Readiness(() -> registry.latest().isPresent()))
                    .door(new LedgerFiles(settings.ledgerFiles()))
                    .door(new ListAddress(registry))
                    .door(new RegistryPage(WebServer.settingsOfPages(settings), clock, () -> edition(registry, keys)))
                    .start();
            opened.add(server::close);
            return opened;
        } catch (Exception e) {
            opened.close();
            throw e;
        }
    }

    private static RegistryPage.Edition edition(Registry registry, RegistryKeys keys) {
        DirectoryList newest = registry.latest().orElseThrow();
        return new RegistryPage.Edition(newest.version(), newest.entries(), keys.fingerprint());
    }
}
