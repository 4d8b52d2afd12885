package comity.vault.exhibits;

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
import comity.evidence.age.Identity;
import comity.evidence.age.KeyFile;
import comity.evidence.age.KeyKind;
import comity.evidence.age.Recipient;
import comity.evidence.signature.CadesSigner;
import comity.evidence.signature.SigningKey;
import comity.federation.Handling;
import comity.federation.IncomingLetter;
import comity.federation.OutgoingLetter;
import comity.federation.PeerIdentity;
import comity.federation.PeerLine;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transactions;
import comity.law.TreatyStatus;
import comity.ledger.journal.Journal;
import comity.ledger.note.LogKey;
import comity.testkit.HandClock;
import comity.testkit.TestDatabase;
import comity.vault.shelf.Shelf;
import comity.vault.store.SqlExhibits;
import comity.vault.transfer.Pull;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLPeerUnverifiedException;

/// One State's vault with a database, keys, a shelf and a door over mutual TLS. Letters are carried by the test.
final class House implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    final StateCode state;
    final Directory directory = new Directory();
    final Vault vault;
    final Exhibits exhibits;
    final Workshop workshop;
    final Shelf shelf;
    final Deque<OutgoingLetter> letters = new ConcurrentLinkedDeque<>();
    /// Breaks each connection to the door after some bytes, while true.
    final AtomicBoolean frayed = new AtomicBoolean();

    private final TestDatabase database = TestDatabase.with("ledger", "vault");
    private final KeyCeremony.NodeKeys keys;
    private final KeyFile sealing;
    private final Journal journal;
    private final HandClock clock;
    private final Certificates certificates = new Certificates(directory);
    private final HttpsServer server;
    private final ExhibitLetters handler;
    private boolean expecting = true;

    House(String state, Path folder, HandClock clock) {
        this.state = new StateCode(state);
        this.clock = clock;
        this.keys = KeyCeremony.hold(this.state, List.of("localhost", "127.0.0.1"), clock.instant());
        this.sealing = KeyFile.read(KeyFile.write(Identity.draw(KeyKind.X25519), clock.instant()));
        this.journal = new Journal(
                database.transactions(),
                LogKey.generate(state.toLowerCase(java.util.Locale.ROOT) + ".example/log"),
                clock);
        List<X509Certificate> chain = new ArrayList<>(keys.seal().chain());
        chain.add(keys.root());
        this.shelf = new Shelf(folder.resolve(state));
        this.vault = new Vault(
                this.state,
                state.toLowerCase(java.util.Locale.ROOT) + "-1",
                database.transactions(),
                new SqlExhibits(),
                shelf,
                directory,
                journal,
                (tx, letter) -> {
                    tx.afterCommit(() -> letters.add(letter));
                    return journal.append(tx, "letter.out", letter.id(), letter.body());
                },
                new SealingKeys(
                        sealing.identities(),
                        sealing.recipients(),
                        new CadesSigner(new SigningKey(keys.seal().key(), chain), Optional.empty(), clock)),
                clock,
                this::ring);
        this.exhibits = new Exhibits(vault);
        Verifying verifying = new Verifying(vault, List.of(), 2);
        this.workshop = new Workshop(
                vault,
                new Sealing(vault, exhibits, 2),
                new Receiving(
                        vault,
                        verifying,
                        new PeerLine(keys.channel(), certificates, clock),
                        new Pull.Settings(2, 0, Duration.ofMillis(10), 3)),
                new Opening(
                        vault,
                        verifying,
                        directory,
                        new CourtPapers(vault, directory, journal::latest, true),
                        List.of(),
                        2),
                PAUSE);
        this.handler = new ExhibitLetters(vault, (_, _, _) -> expecting);
        this.server = open();
    }

    private void ring() {
        workshop.ring();
    }

    /// Waits for what the workshop does by itself.
    static void until(BooleanSupplier wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("It did not come to that");
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    Transactions transactions() {
        return database.transactions();
    }

    void expectNothing() {
        expecting = false;
    }

    KeyCeremony.NodeKeys keys() {
        return keys;
    }

    Journal journal() {
        return journal;
    }

    Entry entry() {
        NodeAddress node = new NodeAddress(
                        URI.create("https://127.0.0.1:" + server.getAddress().getPort()),
                        URI.create("http://127.0.0.1:1"),
                        "log",
                        "log",
                        Pem.of(keys.root()),
                        keys.encryption().publicJwk())
                .sealedTo(sealing.recipients().stream().map(Recipient::text).toList());
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

    static void introduce(House... houses) {
        for (House house : houses) {
            house.directory.replace(
                    ListVersion.NONE,
                    java.util.Arrays.stream(houses).map(House::entry).toList());
        }
    }

    /// Brings the next letter of this house to another. What the tables say is seen a moment before its letter is
    /// here.
    Handling carry(House to) {
        until(() -> !letters.isEmpty());
        OutgoingLetter letter = letters.remove();
        return to.transactions()
                .write(tx -> to.handler.handle(
                        tx,
                        new IncomingLetter(
                                letter.id(),
                                state,
                                letter.kind(),
                                letter.version(),
                                letter.thread(),
                                1,
                                clock.instant(),
                                letter.body(),
                                to.journal.append(tx, "letter.in", letter.id(), letter.body()),
                                "digest")));
    }

    private HttpsServer open() {
        try {
            HttpsServer opened = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            opened.setHttpsConfigurator(
                    new HttpsConfigurator(keys.channel().context(PeerTrust.inAll(certificates, clock))) {
                        @Override
                        public void configure(HttpsParameters parameters) {
                            var tls = getSSLContext().getDefaultSSLParameters();
                            tls.setNeedClientAuth(true);
                            parameters.setSSLParameters(tls);
                        }
                    });
            ExhibitDoor door = new ExhibitDoor(vault, workshop);
            opened.createContext("/exhibits/", exchange -> answer(door, exchange));
            opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            opened.start();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(ExhibitDoor door, HttpExchange exchange) throws IOException {
        try (exchange) {
            ExhibitDoor.Given given = door.give(
                    peer((HttpsExchange) exchange),
                    exchange.getRequestURI().getPath(),
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range")),
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("If-Match")));
            given.fields().forEach((name, value) -> {
                if (!name.equals("content-length")) {
                    exchange.getResponseHeaders().set(name, value);
                }
            });
            long length = given.bytes().map(ExhibitDoor.Bytes::length).orElse(-1L);
            exchange.sendResponseHeaders(given.status(), length);
            if (given.bytes().isPresent()) {
                OutputStream out = exchange.getResponseBody();
                given.bytes().get().writeTo(frayed.get() ? new Breaking(out) : out);
            }
        }
    }

    private static StateCode peer(HttpsExchange exchange) throws IOException {
        try {
            X509Certificate[] chain = java.util.Arrays.stream(
                            exchange.getSSLSession().getPeerCertificates())
                    .map(X509Certificate.class::cast)
                    .toArray(X509Certificate[]::new);
            return PeerIdentity.of(chain).state().orElseThrow();
        } catch (SSLPeerUnverifiedException e) {
            throw new IOException(e);
        }
    }

    /// Ends after a while, as a line does that breaks.
    private static final class Breaking extends OutputStream {
        private static final int AFTER = 100_000;
        private final OutputStream out;
        private int written;

        Breaking(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            int now = Math.min(length, AFTER - written);
            out.write(bytes, from, now);
            written += now;
            if (now < length) {
                out.flush();
                throw new IOException("The line broke");
            }
        }
    }

    @Override
    public void close() {
        workshop.close();
        server.stop(0);
        database.close();
    }
}
