package comity.vault.exhibits;

import comity.directory.NodeAddress;
import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import comity.evidence.PackageFiles;
import comity.evidence.paper.Seal;
import comity.federation.PeerLine;
import comity.kernel.ExhibitReference;
import comity.kernel.transaction.Transaction;
import comity.ledger.Hash;
import comity.vault.CustodyEvent;
import comity.vault.CustodyEvent.Kind;
import comity.vault.Exhibit;
import comity.vault.ExhibitState;
import comity.vault.exhibits.Chronicle.Note;
import comity.vault.transfer.HttpSource;
import comity.vault.transfer.Parts;
import comity.vault.transfer.Pull;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Pulls what another State offers, compares it with its seal, and says what came of it. A line that breaks
/// is no failure: what has come is kept, and the workshop comes back.
public final class Receiving {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Vault vault;
    private final Chronicle chronicle;
    private final Verifying verifying;
    private final PeerLine lines;
    private final Pull.Settings settings;

    public Receiving(Vault vault, Verifying verifying, PeerLine lines, Pull.Settings settings) {
        this.vault = vault;
        this.chronicle = new Chronicle(vault);
        this.verifying = verifying;
        this.lines = lines;
        this.settings = settings;
    }

    void receive(ExhibitReference reference, Job job) {
        Optional<Exhibit> found = vault.transactions()
                .read(tx -> vault.store().find(tx, reference))
                .filter(exhibit -> exhibit.state() instanceof ExhibitState.Announced);
        Optional<NodeAddress> node =
                found.flatMap(exhibit -> vault.directory().find(exhibit.peer()).flatMap(entry -> entry.node()));
        if (found.isEmpty() || node.isEmpty()) {
            return;
        }
        Exhibit exhibit = found.get();
        ExhibitStore.SealPapers papers = vault.transactions()
                .read(tx -> vault.store().seal(tx, exhibit.id()))
                .orElseThrow();
        Path folder = vault.shelf().sealed(exhibit.id());
        try (HttpClient client = lines.to(exhibit.peer())) {
            pull(exhibit, papers, node.get(), client, folder, job).ifPresent(verdict -> settle(exhibit, verdict));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// @return what to say of it; empty when it is not all here yet
    private Optional<Verifying.Verdict> pull(
            Exhibit exhibit, ExhibitStore.SealPapers papers, NodeAddress node, HttpClient client, Path folder, Job job)
            throws IOException, InterruptedException {
        Seal seal = Seal.read(papers.seal());
        URI place = node.letters().resolve("/exhibits/" + seal.packageId() + "/");
        Files.createDirectories(folder);
        Files.write(folder.resolve(PackageFiles.SEAL), papers.seal());
        Files.write(folder.resolve(PackageFiles.SIGNATURE), papers.signature());
        Parts parts = new Parts(client, place, folder, PATIENCE);
        Pull.Ended ended;
        try {
            byte[] segments = parts.bring(
                    PackageFiles.SEGMENTS, seal.segments(), seal.payload().segments() * Hash.LENGTH);
            parts.bring(PackageFiles.SEALED_MANIFEST, seal.sealedManifest(), Parts.LONGEST_MANIFEST);
            HttpSource source = new HttpSource(
                    lines.sockets(exhibit.peer()),
                    place.resolve(PackageFiles.PAYLOAD),
                    seal.root(),
                    seal.payload().fileLength(),
                    PATIENCE);
            ended = new Pull(seal, segments, source, settings, job).run(folder.resolve(PackageFiles.PAYLOAD));
        } catch (EvidenceRefused e) {
            return Optional.of(Verifying.Verdict.bad(e.fault().code(), e.subject()));
        }
        return switch (ended) {
            case Pull.Ended.Whole _ -> Optional.of(verifying.verify(exhibit, folder, job));
            case Pull.Ended.Wrong(int segment) ->
                Optional.of(Verifying.Verdict.bad(
                        EvidenceFault.PART_CHANGED.code(), PackageFiles.PAYLOAD + " #" + segment));
            case Pull.Ended.Gone _, Pull.Ended.Left _, Pull.Ended.DiskFull _ -> {
                System.getLogger(Receiving.class.getName())
                        .log(System.Logger.Level.INFO, "{0} is not here yet: {1}", exhibit.reference(), ended);
                yield Optional.empty();
            }
        };
    }

    /// What is good is kept where it stays, before anybody is told that it is here.
    private void settle(Exhibit exhibit, Verifying.Verdict verdict) {
        if (verdict.isGood()) {
            vault.shelf().keep(exhibit.id());
        }
        vault.transactions().write(tx -> conclude(tx, exhibit.reference(), verdict));
        if (verdict.isGood()) {
            vault.shelf().release(exhibit.id());
        }
    }

    private Exhibit conclude(Transaction tx, ExhibitReference reference, Verifying.Verdict verdict) {
        Exhibit exhibit = vault.store().lock(tx, reference).orElseThrow();
        if (!(exhibit.state() instanceof ExhibitState.Announced announced)) {
            return exhibit;
        }
        ExhibitState next = verdict.isGood()
                ? new ExhibitState.Received(announced.sealed(), vault.now())
                : new ExhibitState.NotGood(announced.sealed(), vault.now(), verdict.code(), verdict.subject());
        chronicle.add(
                tx,
                exhibit,
                Note.bySystem(
                        verdict.isGood() ? Kind.RECEIVED : Kind.NOT_GOOD,
                        exhibit,
                        details(announced.sealed().root(), verdict)));
        chronicle.tell(tx, exhibit);
        Exhibit moved = exhibit.moved(next, vault.now());
        vault.store().save(tx, moved);
        return moved;
    }

    static Map<String, String> details(String root, Verifying.Verdict verdict) {
        return verdict.isGood()
                ? Map.of("root", root, CustodyEvent.RESULT, CustodyEvent.MATCH, "signer", verdict.signer())
                : Map.of("root", root, CustodyEvent.RESULT, verdict.code(), "subject", verdict.subject());
    }
}
