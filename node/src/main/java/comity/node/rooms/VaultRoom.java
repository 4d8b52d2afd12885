package comity.node.rooms;

import comity.directory.Directory;
import comity.directory.keys.Certificates;
import comity.evidence.signature.CadesSigner;
import comity.evidence.signature.SigningKey;
import comity.evidence.signature.TimestampAuthority;
import comity.evidence.signature.Trust;
import comity.federation.LetterHandler;
import comity.federation.Outbox;
import comity.federation.PeerLine;
import comity.kernel.transaction.Transactions;
import comity.ledger.journal.Journal;
import comity.ledger.journal.PublishedHead;
import comity.node.keys.NodeKeys;
import comity.node.settings.ExhibitSettings;
import comity.node.settings.NodeSettings;
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
import comity.vault.shelf.Depot;
import comity.vault.shelf.Shelf;
import comity.vault.store.SqlExhibits;
import comity.vault.transfer.Pull;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Exhibits: the shelf, the workshop, and who signs what is sealed here.
public final class VaultRoom implements AutoCloseable {
    private static final Duration BETWEEN_GLANCES = Duration.ofSeconds(15);
    private static final Duration AFTER_A_BREAK = Duration.ofSeconds(2);
    private static final int TRIES = 5;

    private final Optional<TimestampAuthority> timestamps;
    private final Vault vault;
    private final Exhibits exhibits;
    private final Workshop workshop;

    /// @param depot where sealed exhibits lie, when not on the shelf
    public VaultRoom(
            NodeSettings settings,
            Optional<Depot> depot,
            NodeKeys keys,
            Directory directory,
            Transactions transactions,
            Journal journal,
            PublishedHead ledger,
            Outbox outbox,
            Clock clock) {
        ExhibitSettings wanted = settings.exhibits();
        this.timestamps = wanted.timestamps().map(service -> new TimestampAuthority(service.url()));
        List<X509Certificate> timestampRoots = wanted.timestamps()
                .map(service -> Trust.of(List.of(service.roots())).roots())
                .orElse(List.of());
        CadesSigner signer = new CadesSigner(signingKey(keys), timestamps.map(source -> source), clock);
        this.vault = new Vault(
                settings.state(),
                settings.name(),
                transactions,
                new SqlExhibits(),
                new Shelf(settings.exhibitFiles(), depot),
                directory,
                journal,
                outbox,
                new SealingKeys(keys.sealing().identities(), keys.sealing().recipients(), signer),
                clock,
                this::ring);
        int workers = Runtime.getRuntime().availableProcessors();
        this.exhibits = new Exhibits(vault);
        Verifying verifying = new Verifying(vault, timestampRoots, workers);
        PeerLine lines = new PeerLine(keys.channel(), new Certificates(directory), clock);
        Pull.Settings pulling = new Pull.Settings(wanted.connections(), wanted.bytesPerSecond(), AFTER_A_BREAK, TRIES);
        this.workshop = new Workshop(
                vault,
                new Sealing(vault, exhibits, workers),
                new Receiving(vault, verifying, lines, pulling),
                new Opening(
                        vault,
                        verifying,
                        directory,
                        new CourtPapers(vault, directory, ledger, settings.drill()),
                        timestampRoots,
                        workers),
                BETWEEN_GLANCES);
    }

    /// The seal's own certificates and the root, which a court needs to follow it.
    private static SigningKey signingKey(NodeKeys keys) {
        List<X509Certificate> chain = new ArrayList<>(keys.seal().chain());
        chain.add(keys.root());
        return new SigningKey(keys.seal().key(), chain);
    }

    private void ring() {
        workshop.ring();
    }

    public void start() {
        workshop.start();
    }

    public Exhibits exhibits() {
        return exhibits;
    }

    public Workshop workshop() {
        return workshop;
    }

    /// Where other States pull.
    public ExhibitDoor door() {
        return new ExhibitDoor(vault, workshop);
    }

    public LetterHandler letterHandler(Mandate mandate) {
        return new ExhibitLetters(vault, mandate);
    }

    @Override
    public void close() {
        workshop.close();
        timestamps.ifPresent(TimestampAuthority::close);
    }
}
