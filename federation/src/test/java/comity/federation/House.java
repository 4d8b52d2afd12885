package comity.federation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import comity.directory.Directory;
import comity.directory.Entry;
import comity.directory.ListVersion;
import comity.directory.NodeAddress;
import comity.directory.PreservationPractice;
import comity.directory.keys.Certificates;
import comity.directory.keys.KeyCeremony;
import comity.directory.keys.PeerTrust;
import comity.directory.keys.Pem;
import comity.federation.courier.Courier;
import comity.federation.courier.CourierSettings;
import comity.federation.courier.StoredOutbox;
import comity.federation.inbox.Inbox;
import comity.federation.inbox.InboxSettings;
import comity.federation.letters.Letters;
import comity.kernel.StateCode;
import comity.kernel.TimeOrderedId;
import comity.kernel.Utf8;
import comity.kernel.transaction.Transaction;
import comity.kernel.transaction.Transactions;
import comity.law.TreatyStatus;
import comity.ledger.journal.Journal;
import comity.ledger.note.LogKey;
import comity.testkit.HandClock;
import comity.testkit.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/// One State's wire for tests: a real database, real keys, a real port with mutual TLS 1.3. What it
/// leaves out is what letters mean: it writes down what came.
public final class House implements AutoCloseable {
    public static final String KIND = "test.note";

    public final StateCode state;
    public final HandClock clock;
    public final TestDatabase database = TestDatabase.with("ledger", "federation");
    public final Directory directory;
    public KeyCeremony.NodeKeys keys;
    public final Certificates certificates;
    public final Journal journal;
    public final List<IncomingLetter> came = Collections.synchronizedList(new ArrayList<>());
    public final List<Receipt> heard = Collections.synchronizedList(new ArrayList<>());
    public final Letters letters;
    public volatile Function<IncomingLetter, Handling> judge = _ -> Handling.accepted();
    public StoredOutbox outbox;
    public Inbox inbox;

    public final LogKey logKey;
    private final CourierSettings settings;
    private @Nullable Courier courier;
    private @Nullable HttpsServer server;
    private int port;
    private @Nullable PublicFace face;
    private volatile Function<Inbox.Reply, Inbox.Reply> onTheWayBack = reply -> reply;

    private House(
            KeyCeremony.NodeKeys keys,
            HandClock clock,
            Directory directory,
            CourierSettings settings,
            InboxSettings limits) {
        this.state = keys.seal().state();
        this.clock = clock;
        this.directory = directory;
        this.certificates = new Certificates(directory);
        this.settings = settings;
        this.keys = keys;
        this.logKey = LogKey.generate("ledger.example/" + state.code().toLowerCase(java.util.Locale.ROOT));
        this.journal = new Journal(transactions(), logKey, clock);
        this.letters = new Letters(state);
        this.outbox = new StoredOutbox(state, journal, settings, clock);
        this.inbox = inbox(limits);
    }

    /// Houses of some States that know each other. Ports are opened, couriers not started.
    public static List<House> of(HandClock clock, String... states) {
        return of(clock, CourierSettings.USUAL, InboxSettings.USUAL, states);
    }

    public static List<House> of(HandClock clock, CourierSettings settings, InboxSettings limits, String... states) {
        List<House> houses = Arrays.stream(states)
                .map(code -> KeyCeremony.hold(new StateCode(code), List.of("localhost", "127.0.0.1"), clock.instant()))
                .map(keys -> new House(keys, clock, new Directory(), settings, limits))
                .toList();
        houses.forEach(House::openPort);
        introduce(houses);
        return houses;
    }

    /// A house with given keys that only reads: no port, no courier.
    public static House reading(KeyCeremony.NodeKeys keys, HandClock clock, Directory directory) {
        return new House(keys, clock, directory, CourierSettings.USUAL, InboxSettings.USUAL);
    }

    /// Puts all houses into the directory of each.
    public static void introduce(List<House> houses) {
        List<Entry> entries = houses.stream().map(House::entry).toList();
        ListVersion version = new ListVersion(
                1, houses.getFirst().clock.instant(), houses.getFirst().clock.instant(), "");
        houses.forEach(house -> house.directory.replace(version, entries));
    }

    /// Takes a new root, seal and key for connections into use, and tells everybody, as after a theft.
    /// What was written to this State can still be read.
    public void renewKeys(List<House> houses) {
        KeyCeremony.NodeKeys made = KeyCeremony.hold(state, List.of("localhost", "127.0.0.1"), clock.instant());
        keys = new KeyCeremony.NodeKeys(made.rootKey(), made.root(), made.channel(), made.seal(), keys.encryption());
        closePort();
        openPort();
        inbox = inbox(InboxSettings.USUAL);
        introduce(houses);
    }

    /// Puts entries into our own directory that differ from what the houses say of themselves.
    public void goBy(Entry... entries) {
        directory.replace(ListVersion.NONE, List.of(entries));
    }

    public Inbox inbox(InboxSettings limits) {
        return new Inbox(
                certificates,
                keys.seal(),
                keys.encryption(),
                transactions(),
                journal,
                List.of(new Notes()),
                limits,
                clock);
    }

    private final class Notes implements LetterHandler {
        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Handling handle(Transaction tx, IncomingLetter letter) {
            Handling handling = judge.apply(letter);
            if (handling instanceof Handling.Accepted) {
                tx.afterCommit(() -> came.add(letter));
            }
            return handling;
        }
    }

    public Transactions transactions() {
        return database.transactions();
    }

    public Entry entry() {
        return entryAt(port);
    }

    /// Our entry, with the port of somebody else.
    public Entry entryAt(int port) {
        NodeAddress node = new NodeAddress(
                        URI.create("https://127.0.0.1:" + port),
                        face == null ? URI.create("http://127.0.0.1:1") : face.web(),
                        logKey.origin(),
                        logKey.verifier().text(),
                        Pem.of(keys.root()),
                        keys.encryption().publicJwk())
                .cosigning(face == null ? List.of() : face.cosignerKeys());
        return new Entry(
                state,
                Map.of("en", "State " + state),
                TreatyStatus.PARTY,
                ZoneOffset.UTC,
                List.of("en"),
                List.of(),
                List.of(),
                Optional.of(node),
                new PreservationPractice(60, 90, false, List.of(), Map.of()),
                List.of(),
                LocalDate.of(2026, 1, 1));
    }

    public PeerIdentity identity() {
        return new PeerIdentity(keys.channel().chain());
    }

    /// Shows its ledger to everybody and signs those of others, from now on; to be introduced again.
    public PublicFace showFace() {
        PublicFace shown = new PublicFace(logKey.origin() + "/cosigner", directory, transactions(), clock);
        face = shown;
        return shown;
    }

    // The port

    public void openPort() {
        try {
            HttpsServer opened =
                    HttpsServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 200);
            opened.setHttpsConfigurator(
                    new HttpsConfigurator(keys.channel().context(PeerTrust.inAll(certificates, clock))) {
                        @Override
                        public void configure(HttpsParameters parameters) {
                            SSLParameters tls = getSSLContext().getDefaultSSLParameters();
                            tls.setNeedClientAuth(true);
                            tls.setProtocols(new String[] {"TLSv1.3"});
                            parameters.setSSLParameters(tls);
                        }
                    });
            opened.createContext("/letters", this::answer);
            opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            opened.start();
            server = opened;
            port = opened.getAddress().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void closePort() {
        if (server != null) {
            server.stop(0);
        }
    }

    public int port() {
        return port;
    }

    /// Changes answers on their way back: null throws the answer away, as when the line breaks after the
    /// work was done.
    public void onTheWayBack(Function<Inbox.Reply, Inbox.@Nullable Reply> change) {
        onTheWayBack = change::apply;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] envelope = exchange.getRequestBody().readNBytes(Inbox.LARGEST + 1);
            PeerIdentity peer = PeerIdentity.of((X509Certificate[])
                    ((HttpsExchange) exchange).getSSLSession().getPeerCertificates());
            Inbox.Reply reply = onTheWayBack.apply(inbox.receive(peer, envelope));
            if (reply == null) {
                throw new IOException("the line is cut");
            }
            exchange.getResponseHeaders().set("Content-Type", reply.contentType());
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(reply.status(), reply.body().length);
            exchange.getResponseBody().write(reply.body());
        }
    }

    // The courier

    public Courier startCourier() {
        return startCourier((tx, receipt) -> tx.afterCommit(() -> heard.add(receipt)));
    }

    public Courier startCourier(ReceiptListener listener) {
        Courier started = new Courier(
                outbox,
                directory,
                certificates,
                keys.seal(),
                keys.channel(),
                transactions(),
                journal,
                listener,
                settings,
                clock);
        started.start();
        courier = started;
        return started;
    }

    public void stopCourier() {
        if (courier != null) {
            courier.close();
            courier = null;
        }
    }

    // Letters

    public UUID write(House to, String thread, String text) {
        OutgoingLetter letter = note(to, thread, text);
        transactions().write(tx -> outbox.put(tx, letter));
        return letter.id();
    }

    public OutgoingLetter note(House to, String thread, String text) {
        return new OutgoingLetter(TimeOrderedId.at(clock.instant()), to.state, KIND, 1, thread, Utf8.bytes(text));
    }

    public List<String> texts() {
        synchronized (came) {
            return came.stream().map(letter -> Utf8.text(letter.body())).toList();
        }
    }

    public List<Receipt> heard() {
        synchronized (heard) {
            return List.copyOf(heard);
        }
    }

    @Override
    public void close() {
        stopCourier();
        closePort();
        if (face != null) {
            face.close();
        }
        database.close();
    }
}
