package comity.node.main;

import comity.directory.Book;
import comity.directory.Directory;
import comity.directory.list.ListKeeper;
import comity.directory.proposals.Proposals;
import comity.directory.proposals.store.SqlProposals;
import comity.kernel.transaction.GroupedTransactions;
import comity.kernel.transaction.Transactions;
import comity.law.Law;
import comity.law.living.LivingLaw;
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
import comity.web.WebSettings;
import comity.web.registry.Editions;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;

/// The registry: a ledger, the list, the address where it is read, and the people who keep it. It has no port for
/// letters.
final class RegistryNode {
    private static final Duration LIST_IS_FRESH = Duration.ofDays(30);

    private RegistryNode() {}

    static AutoCloseable start(NodeSettings settings, Optional<Path> accounts, Path entries) throws Exception {
        Opened opened = new Opened();
        try {
            Clock clock = NodeTime.of(settings, opened);
            Database database = opened.add(Database.open(settings));
            Migrations.run(database.dataSource(), List.of("ledger", "directory", "web"));
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
            Law law = Law.load();
            LivingLaw living = new LivingLaw(law);
            directory.whenBooks(
                    books -> living.take(books.stream().collect(Collectors.toMap(Book::name, Book::bytes))));
            Proposals proposals = new Proposals(transactions, new SqlProposals(), registry, living::read, clock);
            opened.add(new EntriesWatch(registry, proposals));
            ConfigurableApplicationContext server = new WebServer(settings, RegistryPages.class)
                    .give(Clock.class, clock)
                    .give(Transactions.class, transactions)
                    .give(WebSettings.class, WebServer.settingsOfPages(settings).ofTheRegistry())
                    .give(Directory.class, directory)
                    .give(Proposals.class, proposals)
                    .give(Law.class, law)
                    .give(LivingLaw.class, living)
                    .give(Editions.class, () -> newest(registry, keys))
                    .door(new Readiness(() -> registry.latest().isPresent()))
                    .door(new LedgerFiles(files))
                    .door(new CosignerPort(cosigning.cosigner(), cosigning.memory(), clock))
                    .door(new ListAddress(registry, ledger::checkpoint))
                    .start();
            opened.add(server::close);
            if (accounts.isPresent()) {
                FirstAccounts.make(server, settings, accounts.get());
            }
            return opened;
        } catch (Exception e) {
            opened.close();
            throw e;
        }
    }

    private static Optional<Editions.Newest> newest(Registry registry, RegistryKeys keys) {
        return registry.latest().map(list -> new Editions.Newest(list.version(), keys.fingerprint()));
    }
}
