package comity.benchmarks.evidence;

import comity.benchmarks.load.Commands;
import comity.benchmarks.load.NodeDatabase;
import comity.directory.Directory;
import comity.directory.keys.Certificates;
import comity.directory.keys.KeyCeremony;
import comity.directory.keys.KeyFolder;
import comity.directory.keys.PeerTrust;
import comity.evidence.age.Identity;
import comity.evidence.age.KeyKind;
import comity.evidence.signature.CadesSigner;
import comity.evidence.signature.SigningKey;
import comity.federation.Outbox;
import comity.federation.PeerLine;
import comity.federation.courier.CourierSettings;
import comity.federation.courier.StoredOutbox;
import comity.kernel.RequestReference;
import comity.kernel.RequestType;
import comity.kernel.transaction.GroupedTransactions;
import comity.ledger.journal.Journal;
import comity.ledger.note.LogKey;
import comity.vault.Exhibit;
import comity.vault.HandoverOrder;
import comity.vault.exhibits.Answer;
import comity.vault.exhibits.CourtPapers;
import comity.vault.exhibits.ExhibitDoor;
import comity.vault.exhibits.Exhibits;
import comity.vault.exhibits.Opening;
import comity.vault.exhibits.Receiving;
import comity.vault.exhibits.Sealing;
import comity.vault.exhibits.SealingKeys;
import comity.vault.exhibits.Vault;
import comity.vault.exhibits.Verifying;
import comity.vault.exhibits.Workshop;
import comity.vault.shelf.Shelf;
import comity.vault.store.SqlExhibits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// The node that has the exhibits: its vault with workshop, shelf, outbox and ledger, wired as a node wires
/// them, with a PostgreSQL that forces every commit to the disk and the port at which other nodes pull.
final class HoldingNode {
    private static final String ROLE = "bench";
    private static final int WORKERS = Runtime.getRuntime().availableProcessors();
    private static final Duration BETWEEN_GLANCES = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final RequestReference REQUEST =
            RequestReference.next(Parties.PULLING, RequestType.PRESERVATION, 2027, 1);
    /// Collected, imported, sealed, offered, and the letter.
    private static final int LEAVES_OF_A_RECORD = 5;

    private final Clock clock = Clock.systemUTC();
    private final GroupedTransactions transactions;
    private final Journal journal;
    private final Vault vault;
    private final Exhibits exhibits;
    private final Workshop workshop;
    /// When each letter was durable in the outbox, with all that was written beside it.
    private final BlockingQueue<Long> durable = new LinkedBlockingQueue<>();

    private HoldingNode(Path folder, GroupedTransactions transactions, KeyCeremony.NodeKeys keys, Directory directory) {
        this.transactions = transactions;
        this.journal = new Journal(transactions, LogKey.generate("bench.example/evidence"), clock);
        StoredOutbox stored = new StoredOutbox(Parties.HOLDING, journal, CourierSettings.USUAL, clock);
        Outbox outbox = (tx, letter) -> {
            tx.afterCommit(() -> durable.add(System.nanoTime()));
            return stored.put(tx, letter);
        };
        List<X509Certificate> chain = new ArrayList<>(keys.seal().chain());
        chain.add(keys.root());
        Identity.Drawn sealing = Identity.draw(KeyKind.POST_QUANTUM);
        this.vault = new Vault(
                Parties.HOLDING,
                "bench",
                transactions,
                new SqlExhibits(),
                new Shelf(folder.resolve("exhibits")),
                directory,
                journal,
                outbox,
                new SealingKeys(
                        List.of(sealing.identity()),
                        List.of(sealing.recipient()),
                        new CadesSigner(new SigningKey(keys.seal().key(), chain), Optional.empty(), clock)),
                clock,
                this::ring);
        this.exhibits = new Exhibits(vault);
        Verifying verifying = new Verifying(vault, List.of(), WORKERS);
        this.workshop = new Workshop(
                vault,
                new Sealing(vault, exhibits, WORKERS),
                new Receiving(
                        vault,
                        verifying,
                        new PeerLine(keys.channel(), new Certificates(directory), clock),
                        PullingNode.AS_USUAL),
                new Opening(
                        vault,
                        verifying,
                        directory,
                        new CourtPapers(vault, directory, journal::latest, true),
                        List.of(),
                        WORKERS),
                BETWEEN_GLANCES);
    }

    /// Arguments: a folder to work in, a folder for this node's keys, one for those of the node that pulls.
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Clock clock = Clock.systemUTC();
        KeyCeremony.NodeKeys own = KeyCeremony.hold(Parties.HOLDING, List.of("127.0.0.1"), Instant.now());
        new KeyFolder(Path.of(arguments[1])).write(own);
        KeyCeremony.NodeKeys other = KeyCeremony.hold(Parties.PULLING, List.of("127.0.0.1"), Instant.now());
        new KeyFolder(Path.of(arguments[2])).write(other);
        String sealedTo = Identity.draw(KeyKind.POST_QUANTUM).recipient().text();
        Directory directory = Parties.directory(
                Parties.entry(Parties.HOLDING, own.root(), 1, own.encryption().publicJwk(), List.of()),
                Parties.entry(
                        Parties.PULLING, other.root(), 1, other.encryption().publicJwk(), List.of(sealedTo)));
        Certificates certificates = new Certificates(directory);
        try (NodeDatabase database = NodeDatabase.open(
                        folder, folder.resolve("programs"), List.of("ledger", "federation", "vault"));
                GroupedTransactions transactions = new GroupedTransactions(database.pool())) {
            HoldingNode node = new HoldingNode(folder, transactions, own, directory);
            try (Workshop workshop = node.workshop.start();
                    ExhibitsServer server = ExhibitsServer.start(
                            folder,
                            own.channel().context(PeerTrust.inAll(certificates, clock)),
                            new ExhibitDoor(node.vault, workshop),
                            certificates,
                            clock)) {
                Commands.serve("ready", words -> switch (words.getFirst()) {
                    case "port" -> String.valueOf(server.port());
                    case "offer" -> node.offer(Path.of(words.get(1)));
                    case "records" -> node.records(Path.of(words.get(1)));
                    default -> throw new IllegalArgumentException(words.getFirst());
                });
            }
        }
    }

    private void ring() {
        workshop.ring();
    }

    /// Seals a file and offers it. The answer is where the sealed package lies.
    private String offer(Path file) throws Exception {
        Exhibit exhibit = collected(file);
        handOver(exhibit);
        return vault.shelf().sealed(exhibit.id()).toString();
    }

    /// Each file of a folder an exhibit of its own, sealed, signed, logged and offered, one after the other.
    /// The answer is the times of all in nanoseconds.
    private String records(Path files) throws Exception {
        long leaves = leaves();
        StringBuilder times = new StringBuilder();
        int count = 0;
        try (var list = Files.list(files)) {
            for (Path file : list.toList()) {
                times.append(handOver(collected(file))).append(' ');
                count++;
            }
        }
        if (leaves() - leaves != (long) LEAVES_OF_A_RECORD * count) {
            throw new IllegalStateException((leaves() - leaves) + " leaves for " + count + " records");
        }
        return times.toString().strip();
    }

    /// As the database has it: a letter is durable before this process takes note of the new head.
    private long leaves() {
        return transactions.read(tx -> journal.latest(tx).checkpoint().size());
    }

    private Exhibit collected(Path file) throws IOException {
        Exhibit exhibit = done(transactions.write(tx -> exhibits.begin(
                tx,
                ROLE,
                new Exhibits.Wish(
                        REQUEST, Parties.PULLING, "A record", new HandoverOrder("Order 1", "unc.44", "", ""), false))));
        try (InputStream bytes = Files.newInputStream(file)) {
            done(exhibits.intake().take(exhibit.reference(), ROLE, "record.csv", Optional.empty(), bytes));
        }
        return exhibit;
    }

    /// From the word of a person until all of it is durable: that it shall be handed over, the sealed package,
    /// both custody events, their leaves, and the letter that offers it.
    private long handOver(Exhibit exhibit) throws InterruptedException {
        long begun = System.nanoTime();
        done(transactions.write(tx -> exhibits.handOver(tx, exhibit.reference())));
        Long end = durable.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (end == null) {
            throw new IllegalStateException("Not sealed: " + exhibit.reference());
        }
        return end - begun;
    }

    private static <T> T done(Answer<T> answer) {
        if (answer instanceof Answer.Done<T>(T now)) {
            return now;
        }
        throw new IllegalStateException(answer.toString());
    }
}
