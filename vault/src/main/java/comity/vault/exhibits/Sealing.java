package comity.vault.exhibits;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import comity.evidence.age.Recipient;
import comity.evidence.contents.Contents;
import comity.evidence.pack.SealedFolder;
import comity.evidence.pack.Sealer;
import comity.evidence.paper.Authority;
import comity.kernel.ExhibitReference;
import comity.kernel.transaction.Transaction;
import comity.vault.CustodyEvent;
import comity.vault.CustodyEvent.Kind;
import comity.vault.Exhibit;
import comity.vault.ExhibitFile;
import comity.vault.ExhibitState;
import comity.vault.SealedPackage;
import comity.vault.exhibits.Chronicle.Note;
import comity.vault.shelf.Shelf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Seals an exhibit to the key of the State that gets it, and offers it. The files in clear are taken off the
/// shelf once the sealed ones were opened again and compared.
public final class Sealing {
    private final Vault vault;
    private final Chronicle chronicle;
    private final Exhibits exhibits;
    private final int workers;

    /// @param workers how many threads seal one exhibit
    public Sealing(Vault vault, Exhibits exhibits, int workers) {
        this.vault = vault;
        this.chronicle = new Chronicle(vault);
        this.exhibits = exhibits;
        this.workers = workers;
    }

    /// Seals and offers; when it cannot be sealed, the exhibit goes back to those who put it together, with
    /// the reason.
    void seal(ExhibitReference reference, Job job) {
        Optional<Exhibit> found = vault.transactions()
                .read(tx -> vault.store().find(tx, reference))
                .filter(exhibit -> exhibit.state() instanceof ExhibitState.Sealing);
        if (found.isEmpty()) {
            return;
        }
        Exhibit exhibit = found.get();
        Path target = vault.shelf().sealed(exhibit.id());
        Sealer.Sealed sealed;
        try {
            // What an earlier try left is of nobody's use: its key is gone with the process.
            Shelf.delete(target);
            sealed = seal(exhibit, target, job);
        } catch (EvidenceRefused e) {
            vault.transactions().write(tx -> backToCollecting(tx, reference, e));
            return;
        }
        SealedFolder folder = SealedFolder.read(target);
        vault.shelf().keep(exhibit.id());
        vault.transactions().write(tx -> offer(tx, reference, sealed, folder));
        Shelf.delete(vault.shelf().intake(exhibit.id()));
        vault.shelf().release(exhibit.id());
    }

    private Sealer.Sealed seal(Exhibit exhibit, Path target, Job job) {
        List<ExhibitFile> files = vault.transactions().read(tx -> vault.store().files(tx, exhibit.id()));
        Contents contents = contents(exhibit, files);
        job.totals(2 * contents.bytes());
        Recipient recipient = exhibits.recipientOf(exhibit.peer())
                .orElseThrow(() -> new EvidenceRefused(
                        EvidenceFault.RECIPIENT_MISSING, exhibit.peer().code()));
        Sealer.Sealed sealed = new Sealer(vault.clock(), workers)
                .seal(
                        new Sealer.Wish(
                                contents,
                                List.of(recipient),
                                new Authority(
                                        Optional.of(exhibit.request().toString()),
                                        Optional.of(exhibit.order().reference()),
                                        Optional.of(exhibit.order().item()).filter(item -> !item.isBlank()),
                                        Optional.of(exhibit.reference().toString())),
                                target,
                                Optional.of(vault.keys().signer())),
                        job);
        requireWhatWasTakenIn(sealed, files);
        return sealed;
    }

    /// The files as they were taken in; what else may lie beside them is not looked at.
    private Contents contents(Exhibit exhibit, List<ExhibitFile> files) {
        Path intake = vault.shelf().intake(exhibit.id());
        try (Stream<Path> beside = Files.list(intake)) {
            Contents all = Contents.of(beside.sorted().toList());
            Set<String> names = files.stream().map(ExhibitFile::name).collect(Collectors.toSet());
            List<Contents.Item> wanted = all.items().stream()
                    .filter(item -> names.contains(item.name()))
                    .toList();
            if (wanted.size() != files.size()) {
                throw new EvidenceRefused(
                        EvidenceFault.FILE_UNREADABLE, exhibit.reference().toString());
            }
            return new Contents(wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The disk may have changed a file since it was taken in.
    private static void requireWhatWasTakenIn(Sealer.Sealed sealed, List<ExhibitFile> files) {
        Map<String, String> digests = new TreeMap<>();
        files.forEach(file -> digests.put(file.name(), file.sha256()));
        sealed.manifest().files().forEach(line -> {
            if (!line.sha256().hex().equals(digests.get(line.name()))) {
                throw new EvidenceRefused(EvidenceFault.FILE_CHANGED, line.name());
            }
        });
    }

    private Exhibit offer(Transaction tx, ExhibitReference reference, Sealer.Sealed sealed, SealedFolder folder) {
        Exhibit exhibit = vault.store().lock(tx, reference).orElseThrow();
        byte[] signature = folder.signature().orElseThrow();
        SealedPackage what = SealedPackage.of(sealed.seal());
        chronicle.add(
                tx,
                exhibit,
                Note.bySystem(
                        Kind.SEALED,
                        exhibit,
                        Map.of(
                                "files",
                                Integer.toString(sealed.manifest().files().size()),
                                "bytes",
                                Long.toString(sealed.manifest().bytes()),
                                "package",
                                what.id().toString(),
                                "root",
                                what.root(),
                                CustodyEvent.RESULT,
                                CustodyEvent.MATCH)));
        chronicle.add(
                tx,
                exhibit,
                Note.bySystem(Kind.OFFERED, exhibit, Map.of("to", exhibit.peer().code())));
        Exhibit next = exhibit.moved(new ExhibitState.Offered(what, vault.now()), vault.now());
        vault.store().save(tx, next);
        vault.store().keepSeal(tx, exhibit.id(), folder.statement(), signature);
        chronicle.offer(tx, next, folder.statement(), signature);
        return next;
    }

    private Exhibit backToCollecting(Transaction tx, ExhibitReference reference, EvidenceRefused why) {
        Exhibit exhibit = vault.store().lock(tx, reference).orElseThrow();
        Exhibit next = exhibit.moved(
                new ExhibitState.Collecting(Optional.of(why.fault().code())), vault.now());
        vault.store().save(tx, next);
        return next;
    }
}
