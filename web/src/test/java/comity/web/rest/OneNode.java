package comity.web.rest;

import comity.desk.Bell;
import comity.desk.DutyInbox;
import comity.directory.Directory;
import comity.directory.keys.RegistryKey;
import comity.directory.list.ListSync;
import comity.federation.Handling;
import comity.federation.IncomingLetter;
import comity.federation.LetterHandler;
import comity.federation.LetterStatement;
import comity.federation.Outbox;
import comity.federation.OutgoingLetter;
import comity.federation.Receipt;
import comity.federation.certainty.Certainty;
import comity.federation.certainty.ListProof;
import comity.federation.cosigning.CosignerPolicy;
import comity.federation.cosigning.Cosigners;
import comity.federation.letters.Letters;
import comity.kernel.Language;
import comity.kernel.Role;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transaction;
import comity.kernel.transaction.Transactions;
import comity.law.Law;
import comity.law.living.LivingLaw;
import comity.ledger.LeafPlace;
import comity.ledger.cosigning.CosignerMemory;
import comity.ledger.cosigning.store.DurableMemory;
import comity.ledger.journal.Journal;
import comity.ledger.journal.PublishedHead;
import comity.ledger.note.LogKey;
import comity.requests.disclosure.Disclosures;
import comity.requests.disclosure.ExpectedExhibits;
import comity.requests.emergency.Emergencies;
import comity.requests.preservation.House;
import comity.requests.preservation.PreservationLetters;
import comity.requests.preservation.PreservationReceipts;
import comity.requests.preservation.Preservations;
import comity.requests.store.SqlEmergencies;
import comity.requests.store.SqlPreservations;
import comity.safeguards.Safeguards;
import comity.safeguards.oversight.HeadKeeper;
import comity.safeguards.oversight.Looks;
import comity.safeguards.store.SqlLooks;
import comity.testkit.HandClock;
import comity.testkit.TestDatabase;
import comity.web.UploadSettings;
import comity.web.WebSettings;
import comity.web.people.AccessTokens;
import comity.web.people.Accounts;
import comity.web.wiring.WebRoom;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/// One State's node in a test.
final class OneNode {
    static final String PASSWORD = "four quiet words together";

    private static final URI NO_REGISTRY = URI.create("http://localhost:9/directory/list");

    final StateCode state;
    final TestDatabase database = TestDatabase.with("ledger", "federation", "safeguards", "vault", "requests", "web");
    final ServletWebServerApplicationContext context;
    final Looks looks;
    final TestVault vault;
    final UploadSettings uploads;
    final LivingLaw living;

    private final HandClock clock;
    private final Journal journal;
    private final Map<String, LetterHandler> letters = new HashMap<>();
    private final PreservationReceipts receipts;
    private final Emergencies emergencies;
    private final Queue<OutgoingLetter> outbox = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> threads = new HashMap<>();
    private final Map<Set<Role>, String> tokens = new HashMap<>();

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(excludeName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
    @Import(WebRoom.class)
    static class Rooms {}

    OneNode(StateCode state, HandClock clock, Directory directory) {
        this.state = state;
        this.clock = clock;
        this.journal = new Journal(
                database.transactions(),
                LogKey.generate("ledger." + state.code().toLowerCase(Locale.ROOT) + ".example"),
                clock);
        Law law = Law.load();
        this.living = new LivingLaw(law);
        this.looks = new Looks(new SqlLooks(), HeadKeeper.nobody(), clock);
        Safeguards safeguards = new Safeguards(law, living.cooperations());
        Bell bell = new Bell();
        House house = new House(
                state,
                database.transactions(),
                new SqlPreservations(),
                directory,
                law,
                living,
                safeguards,
                looks,
                journal,
                outbox(),
                clock,
                bell,
                true);
        this.receipts = new PreservationReceipts(house);
        this.vault = new TestVault(state, database.transactions(), directory, journal, outbox(), clock);
        this.uploads = new UploadSettings(vault.folder().resolve("uploads"), TestVault.LARGEST_FILE, 4);
        this.emergencies = new Emergencies(house, new SqlEmergencies());
        for (LetterHandler handler : List.of(
                new PreservationLetters(house),
                emergencies.letters(),
                vault.letters(new ExpectedExhibits(house.store(), emergencies)))) {
            letters.put(handler.kind(), handler);
        }
        Preservations preservations = Preservations.in(house);
        this.context = started(
                directory,
                safeguards,
                bell,
                preservations,
                new Disclosures(house, preservations.cases(), emergencies, vault.exhibits, vault.workshop));
        vault.workshop.start();
    }

    private ServletWebServerApplicationContext started(
            Directory directory,
            Safeguards safeguards,
            Bell bell,
            Preservations preservations,
            Disclosures disclosures) {
        SpringApplication application = new SpringApplication(Rooms.class);
        application.addInitializers((ApplicationContextInitializer<GenericApplicationContext>) beans -> {
            beans.registerBean(
                    Transactions.class, database::transactions, definition -> definition.setDestroyMethodName(""));
            beans.registerBean(Clock.class, () -> clock);
            beans.registerBean(WebSettings.class, this::settings);
            beans.registerBean(Directory.class, () -> directory);
            // It is never started: this node's directory is laid out by the test.
            beans.registerBean(
                    ListSync.class,
                    () -> new ListSync(
                            directory,
                            database.transactions(),
                            RegistryKey.generate(),
                            ListSync.Settings.of(URI.create("http://127.0.0.1:9/directory/list")),
                            clock));
            beans.registerBean(Journal.class, () -> journal);
            beans.registerBean(PublishedHead.class, () -> journal::latest);
            beans.registerBean(Letters.class, () -> new Letters(state));
            CosignerPolicy policy = new CosignerPolicy(directory, Optional.empty());
            CosignerMemory memory = new DurableMemory(database.transactions());
            beans.registerBean(CosignerPolicy.class, () -> policy);
            beans.registerBean(CosignerMemory.class, () -> memory);
            beans.registerBean(
                    Cosigners.class, () -> new Cosigners(directory, journal, database.transactions(), clock));
            beans.registerBean(
                    Certainty.class, () -> new Certainty(directory, policy, memory, database.transactions(), clock));
            beans.registerBean(ListProof.class, () -> new ListProof(directory, policy, NO_REGISTRY, clock));
            beans.registerBean(Looks.class, () -> looks);
            beans.registerBean(Safeguards.class, () -> safeguards);
            beans.registerBean(Law.class, Law::load);
            beans.registerBean(LivingLaw.class, () -> living);
            beans.registerBean(Bell.class, () -> bell);
            beans.registerBean(Preservations.class, () -> preservations);
            beans.registerBean(Disclosures.class, () -> disclosures);
            beans.registerBean(Emergencies.class, () -> emergencies);
            beans.registerBean(UploadSettings.class, () -> uploads);
            beans.registerBean(DutyInbox.class, () -> new DutyInbox(preservations.cases(), emergencies));
        });
        return (ServletWebServerApplicationContext)
                application.run("--server.port=0", "--spring.main.banner-mode=off", "--logging.level.root=WARN");
    }

    private WebSettings settings() {
        return WebSettings.of(
                state,
                state.code().toLowerCase(Locale.ROOT) + "-1",
                URI.create("http://localhost"),
                ZoneId.of("UTC"),
                Language.ENGLISH,
                true);
    }

    URI address() {
        return URI.create("http://localhost:"
                + Objects.requireNonNull(context.getWebServer()).getPort());
    }

    /// A token of a person with one role; the same one each time.
    String token(Role role) {
        return tokens.computeIfAbsent(Set.of(role), this::issued);
    }

    private String issued(Set<Role> roles) {
        return tokenOf(roles.iterator().next().code(), roles);
    }

    /// A token of a new person, who can also sign in.
    String tokenOf(String name, Set<Role> roles) {
        Accounts accounts = context.getBean(Accounts.class);
        accounts.create(
                new Accounts.NewAccount(name, name, roles, Language.ENGLISH, ZoneId.of("UTC"), Optional.of(PASSWORD)));
        return context.getBean(AccessTokens.class)
                .issue(accounts.findBySignInName(name).orElseThrow().id(), roles, Duration.ofDays(400), "test");
    }

    private Outbox outbox() {
        return (tx, letter) -> {
            LeafPlace place = journalled(tx, "letter.out", letter);
            tx.afterCommit(() -> outbox.add(letter));
            return place;
        };
    }

    private LeafPlace journalled(Transaction tx, String label, OutgoingLetter letter) {
        return journal.append(
                tx, label, letter.id(), LetterStatement.of(letter, state, 1).bytes());
    }

    boolean sendTo(OneNode other) {
        OutgoingLetter letter = outbox.poll();
        if (letter == null) {
            return false;
        }
        Handling handling = other.receive(this, letter);
        if (!(handling instanceof Handling.Accepted)) {
            throw new IllegalStateException(other.state + " does not take the letter: " + handling);
        }
        database.transactions().write(tx -> {
            receipts.heard(tx, accepted(letter));
            emergencies.receipts().heard(tx, accepted(letter));
            return true;
        });
        return true;
    }

    private Handling receive(OneNode from, OutgoingLetter letter) {
        int number = threads.merge(letter.thread(), 1, Integer::sum);
        return database.transactions().write(tx -> {
            LeafPlace place = journalled(tx, "letter.in", letter);
            return Objects.requireNonNull(letters.get(letter.kind()), letter.kind())
                    .handle(
                            tx,
                            new IncomingLetter(
                                    letter.id(),
                                    from.state,
                                    letter.kind(),
                                    letter.version(),
                                    letter.thread(),
                                    number,
                                    clock.instant(),
                                    letter.body(),
                                    place,
                                    ""));
        });
    }

    private Receipt accepted(OutgoingLetter letter) {
        return new Receipt(
                letter.id(),
                letter.to(),
                letter.thread(),
                letter.kind(),
                Receipt.Event.RELAY_ACCEPTED,
                Optional.empty(),
                "",
                clock.instant(),
                Optional.empty(),
                Optional.empty());
    }
}
