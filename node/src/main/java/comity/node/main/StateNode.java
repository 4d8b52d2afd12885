package comity.node.main;

import comity.desk.Bell;
import comity.desk.DutyInbox;
import comity.directory.Book;
import comity.directory.Directory;
import comity.directory.keys.Certificates;
import comity.directory.keys.RegistryKey;
import comity.directory.list.ListSync;
import comity.federation.certainty.Certainty;
import comity.federation.certainty.ListProof;
import comity.federation.cosigning.CosignerPolicy;
import comity.federation.cosigning.Cosigners;
import comity.federation.courier.Courier;
import comity.federation.inbox.Inbox;
import comity.federation.letters.Letters;
import comity.federation.recall.Recall;
import comity.kernel.transaction.GroupedTransactions;
import comity.kernel.transaction.Transactions;
import comity.law.Law;
import comity.law.living.LivingLaw;
import comity.ledger.cosigning.CosignerMemory;
import comity.ledger.journal.Journal;
import comity.ledger.journal.PublishedHead;
import comity.ledger.tiles.TileStore;
import comity.node.database.Database;
import comity.node.database.Migrations;
import comity.node.keys.NodeKeys;
import comity.node.ports.CosignerPort;
import comity.node.ports.ExhibitsPort;
import comity.node.ports.LedgerFiles;
import comity.node.ports.LettersConnector;
import comity.node.ports.LettersPort;
import comity.node.ports.Readiness;
import comity.node.rooms.CosigningRoom;
import comity.node.rooms.FederationRoom;
import comity.node.rooms.HeadLeaves;
import comity.node.rooms.LedgerRoom;
import comity.node.rooms.RequestsRoom;
import comity.node.rooms.ScheduleRoom;
import comity.node.rooms.VaultRoom;
import comity.node.settings.ExhibitSettings;
import comity.node.settings.NodeSettings;
import comity.requests.disclosure.Disclosures;
import comity.requests.emergency.Emergencies;
import comity.requests.preservation.Cases;
import comity.requests.preservation.Preservations;
import comity.safeguards.Safeguards;
import comity.safeguards.oversight.Looks;
import comity.safeguards.store.SqlLooks;
import comity.web.UploadSettings;
import comity.web.WebSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/// A State's node: every room, built from the ground up, and the two ports.
final class StateNode {
    private static final List<String> AREAS =
            List.of("node", "ledger", "directory", "federation", "safeguards", "vault", "requests", "web");

    private StateNode() {}

    static AutoCloseable start(NodeSettings settings, Optional<Path> accounts) throws Exception {
        Opened opened = new Opened();
        try {
            build(settings, accounts, opened);
            return opened;
        } catch (Exception e) {
            opened.close();
            throw e;
        }
    }

    private static void build(NodeSettings settings, Optional<Path> accounts, Opened opened) throws Exception {
        Clock clock = NodeTime.of(settings, opened);
        NodeKeys keys = NodeKeys.load(settings);
        Database database = opened.add(Database.open(settings));
        Migrations.run(database.dataSource(), AREAS);
        GroupedTransactions transactions = opened.add(new GroupedTransactions(database.dataSource()));
        Journal journal = new Journal(transactions, keys.log(), clock);

        Directory directory = new Directory();
        CosigningRoom cosigning = opened.add(
                new CosigningRoom(directory, journal, transactions, keys.cosigner(), settings.cosignerPolicy(), clock));
        ListSync sync = opened.add(sync(settings, directory, transactions, clock));
        sync.start();
        cosigning.requireNothingLost();
        TileStore files = LedgerPlace.of(settings, opened);
        LedgerRoom ledger =
                opened.add(new LedgerRoom(journal, transactions, files, settings.ledgerRhythm(), cosigning.others()));

        Law law = Law.load();
        LivingLaw living = new LivingLaw(law);
        directory.whenBooks(books -> living.take(books.stream().collect(Collectors.toMap(Book::name, Book::bytes))));
        Safeguards safeguards = new Safeguards(law, living.cooperations());
        Looks looks = new Looks(new SqlLooks(), new HeadLeaves(journal), clock);
        FederationRoom federation = new FederationRoom(settings.state(), keys, directory, transactions, journal, clock);
        VaultRoom vault = opened.add(new VaultRoom(
                settings,
                ExhibitPlace.of(settings, opened),
                keys,
                directory,
                transactions,
                journal,
                ledger,
                federation.outbox(),
                clock));
        Bell bell = new Bell();
        RequestsRoom requests = new RequestsRoom(
                settings,
                transactions,
                journal,
                directory,
                law,
                living,
                safeguards,
                looks,
                federation.outbox(),
                vault,
                bell,
                clock);
        Preservations preservations = requests.preservations();
        Certainty certainty =
                opened.add(new Certainty(directory, cosigning.policy(), cosigning.memory(), transactions, clock));
        ListProof listProof = opened.add(
                new ListProof(directory, cosigning.policy(), settings.registry().list(), clock));
        Recall recall = new Recall(settings.state(), directory, federation.outbox(), transactions, clock);
        Inbox inbox = federation.inbox(Stream.concat(requests.letterHandlers().stream(), recall.handlers().stream())
                .toList());
        Courier courier = opened.add(federation.courier(requests.receiptListener()));

        AtomicBoolean complete = new AtomicBoolean();
        ConfigurableApplicationContext server = new WebServer(settings, StatePages.class)
                .connector(LettersConnector.on(
                        settings.letters().address(), settings.letters().port(), federation.tls()))
                .door(new ExhibitsPort(settings.letters().port(), vault.door(), new Certificates(directory), clock))
                .door(new LettersPort(settings.letters().port(), inbox, clock))
                .door(new Readiness(
                        () -> complete.get() && directory.find(settings.state()).isPresent() && database.answers()))
                .door(new LedgerFiles(files))
                .door(new CosignerPort(cosigning.cosigner(), cosigning.memory(), clock))
                .give(Clock.class, clock)
                .give(Transactions.class, transactions)
                .give(WebSettings.class, WebServer.settingsOfPages(settings))
                .give(UploadSettings.class, uploads(settings))
                .give(Directory.class, directory)
                .give(ListSync.class, sync)
                .give(Journal.class, journal)
                .give(PublishedHead.class, ledger)
                .give(Letters.class, federation.letters())
                .give(Cosigners.class, cosigning.others())
                .give(CosignerMemory.class, cosigning.memory())
                .give(CosignerPolicy.class, cosigning.policy())
                .give(Certainty.class, certainty)
                .give(ListProof.class, listProof)
                .give(Law.class, law)
                .give(LivingLaw.class, living)
                .give(Safeguards.class, safeguards)
                .give(Looks.class, looks)
                .give(Preservations.class, preservations)
                .give(Emergencies.class, requests.emergencies())
                .give(Disclosures.class, requests.disclosures())
                .give(Cases.class, preservations.cases())
                .give(DutyInbox.class, new DutyInbox(preservations.cases(), requests.emergencies()))
                .give(Bell.class, bell)
                .start();
        opened.add(server::close);
        if (accounts.isPresent()) {
            FirstAccounts.make(server, settings, accounts.get());
        }
        courier.start();
        vault.start();
        opened.add(new ScheduleRoom()
                .every(Duration.ofSeconds(30), "terms", preservations.terms()::tick)
                .every(Duration.ofSeconds(30), "emergencies", requests.emergencies()::tick)
                .every(Duration.ofSeconds(5), "certainty", certainty::round)
                .every(Duration.ofSeconds(30), "recall", recall::ask)
                .every(Duration.ofSeconds(30), "list-proof", listProof::round)
                .every(Duration.ofMinutes(10), "looks-head", () -> keepHead(transactions, looks))
                .start(database.dataSource()));
        NodeTime.afterJumps(clock, () -> NodeTime.catchUp(sync, directory, clock));
        NodeTime.afterJumps(clock, preservations.terms()::tick);
        complete.set(true);
    }

    private static UploadSettings uploads(NodeSettings settings) {
        ExhibitSettings.UploadLimits limits = settings.exhibits().uploads();
        return new UploadSettings(settings.data().resolve("uploads"), limits.largestFile(), limits.unfinished());
    }

    private static void keepHead(Transactions transactions, Looks looks) {
        transactions.write(tx -> {
            looks.keepHead(tx);
            return tx;
        });
    }

    private static ListSync sync(NodeSettings settings, Directory directory, Transactions transactions, Clock clock)
            throws Exception {
        RegistryKey key = RegistryKey.parse(Files.readString(settings.registry().key()));
        return new ListSync(
                directory,
                transactions,
                key,
                ListSync.Settings.of(settings.registry().list()),
                clock);
    }
}
