package comity.web.rest;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import comity.directory.Directory;
import comity.directory.NodeAddress;
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
import comity.federation.LetterHandler;
import comity.federation.Outbox;
import comity.federation.PeerIdentity;
import comity.federation.PeerLine;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transactions;
import comity.ledger.journal.Journal;
import comity.vault.exhibits.CourtPapers;
import comity.vault.exhibits.ExhibitDoor;
import comity.vault.exhibits.ExhibitLetters;
import comity.vault.exhibits.Exhibits;
import comity.vault.exhibits.Mandate;
import comity.vault.exhibits.Opening;
import comity.vault.exhibits.Receiving;
import comity.vault.exhibits.Sealing;
import comity.vault.exhibits.SealingKeys;
import comity.vault.exhibits.Vault;
import comity.vault.exhibits.Verifying;
import comity.vault.exhibits.Workshop;
import comity.vault.shelf.Shelf;
import comity.vault.store.SqlExhibits;
import comity.vault.transfer.Pull;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLParameters;

/// The vault of a State's node in a test: a shelf on the disk, keys, a workshop at work, and a door over
/// mutual TLS at which the other State pulls.
final class TestVault {
    static final long LARGEST_FILE = 320L << 20;

    private static final Duration PAUSE = Duration.ofMillis(100);

    final Exhibits exhibits;
    final Workshop workshop;
    final Path shelf;

    private final Vault vault;
    private final KeyCeremony.NodeKeys keys;
    private final KeyFile sealing;
    private final Certificates certificates;
    private final HttpsServer door;

    TestVault(
            StateCode state,
            Transactions transactions,
            Directory directory,
            Journal journal,
            Outbox outbox,
            Clock clock) {
        this.keys = KeyCeremony.hold(state, List.of("localhost", "127.0.0.1"), clock.instant());
        this.sealing = KeyFile.read(KeyFile.write(Identity.draw(KeyKind.X25519), clock.instant()));
        this.certificates = new Certificates(directory);
        this.shelf = folder(state);
        List<X509Certificate> chain = new ArrayList<>(keys.seal().chain());
        chain.add(keys.root());
        this.vault = new Vault(
                state,
                state.code().toLowerCase(Locale.ROOT) + "-1",
                transactions,
                new SqlExhibits(),
                new Shelf(shelf),
                directory,
                journal,
                outbox,
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
        this.door = open(clock);
    }

    private static Path folder(StateCode state) {
        try {
            Path shelf = Files.createTempDirectory("shelf-" + state);
            // The nodes of these tests are never stopped.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Shelf.delete(shelf)));
            return shelf;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where everything of this vault lies.
    Path folder() {
        return shelf;
    }

    private void ring() {
        workshop.ring();
    }

    LetterHandler letters(Mandate mandate) {
        return new ExhibitLetters(vault, mandate);
    }

    /// How the directory names this node.
    NodeAddress address() {
        return new NodeAddress(
                        URI.create("https://127.0.0.1:" + door.getAddress().getPort()),
                        URI.create("http://127.0.0.1:1"),
                        "log",
                        "log",
                        Pem.of(keys.root()),
                        keys.encryption().publicJwk())
                .sealedTo(sealing.recipients().stream().map(Recipient::text).toList());
    }

    private HttpsServer open(Clock clock) {
        try {
            HttpsServer opened = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            opened.setHttpsConfigurator(
                    new HttpsConfigurator(keys.channel().context(PeerTrust.inAll(certificates, clock))) {
                        @Override
                        public void configure(HttpsParameters parameters) {
                            SSLParameters tls = getSSLContext().getDefaultSSLParameters();
                            tls.setNeedClientAuth(true);
                            parameters.setSSLParameters(tls);
                        }
                    });
            ExhibitDoor given = new ExhibitDoor(vault, workshop);
            opened.createContext(ExhibitDoor.PREFIX, exchange -> answer(given, exchange));
            opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            opened.start();
            return opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(ExhibitDoor door, HttpExchange exchange) throws IOException {
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
            exchange.sendResponseHeaders(
                    given.status(), given.bytes().map(ExhibitDoor.Bytes::length).orElse(-1L));
            if (given.bytes().isPresent()) {
                try (OutputStream out = exchange.getResponseBody()) {
                    given.bytes().get().writeTo(out);
                }
            }
        }
    }

    private static StateCode peer(HttpsExchange exchange) throws IOException {
        X509Certificate[] chain = Arrays.stream(exchange.getSSLSession().getPeerCertificates())
                .map(X509Certificate.class::cast)
                .toArray(X509Certificate[]::new);
        return PeerIdentity.of(chain).state().orElseThrow();
    }
}
