package comity.node.main;

import comity.directory.Directory;
import comity.directory.list.DirectoryList;
import comity.directory.list.ListKeeper;
import comity.kernel.transaction.GroupedTransactions;
import comity.ledger.journal.Journal;
import comity.ledger.tiles.TileStore;
import comity.node.database.Database;
import comity.node.database.Migrations;
import comity.node.keys.RegistryKeys;
import comity.node.ports.CosignerPort;
import comity.node.ports.LedgerFiles;
import comity.node.ports.Readiness;
import comity.node.registry.EntriesWatch;
import comity.node.registry.ListAddress;
import comity.node.registry.Registry;
import comity.node.rooms.CosigningRoom;
import comity.node.rooms.LedgerRoom;
import comity.node.settings.NodeSettings;
import comity.web.registry.RegistryPage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
            Journal journal = new Journal(transactions, keys.log(), clock);
            Directory directory = new Directory();
            CosigningRoom cosigning = opened.add(new CosigningRoom(
                    directory, journal, transactions, keys.cosigner(), settings.cosignerPolicy(), clock));
            Registry registry = new Registry(
                    new ListKeeper(
                            directory,
                            transactions,
                            keys.list(),
                            LIST_IS_FRESH,
                            Optional.of(keys.address(settings)),
                            clock),
                    journal,
                    transactions,
                    entries,
                    clock);
            registry.open();
            cosigning.requireNothingLost();
            TileStore files = LedgerPlace.of(settings, opened);
            LedgerRoom ledger = opened.add(
                    new LedgerRoom(journal, transactions, files, settings.ledgerRhythm(), cosigning.others()));
            registry.publishWhatChanged();
            opened.add(new EntriesWatch(registry));
            ConfigurableApplicationContext server = new WebServer(settings, RegistryPages.class)
                    .give(NodeSettings.class, settings)
                    .door(new Readiness(() -> registry.latest().isPresent()))
                    .door(new LedgerFiles(files))
                    .door(new CosignerPort(cosigning.cosigner(), cosigning.memory(), clock))
                    .door(new ListAddress(registry, ledger::checkpoint))
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
