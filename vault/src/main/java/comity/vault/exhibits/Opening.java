package comity.vault.exhibits;

import comity.directory.Directory;
import comity.directory.Entry;
import comity.directory.keys.Pem;
import comity.evidence.EvidenceRefused;
import comity.evidence.court.Bundle;
import comity.evidence.pack.SealedFolder;
import comity.evidence.paper.Manifest;
import comity.kernel.ExhibitReference;
import comity.kernel.Language;
import comity.kernel.Utf8;
import comity.kernel.transaction.Transaction;
import comity.vault.CustodyEvent;
import comity.vault.CustodyEvent.Kind;
import comity.vault.Exhibit;
import comity.vault.ExhibitState;
import comity.vault.Hand;
import comity.vault.exhibits.Chronicle.Note;
import comity.vault.shelf.Shelf;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks once more what is here, and opens it for a person. Both are custody events, also when they
/// fail.
public final class Opening {
    private final Vault vault;
    private final Chronicle chronicle;
    private final Verifying verifying;
    private final Directory directory;
    private final CourtPapers papers;
    private final List<X509Certificate> timestampRoots;
    private final int workers;

    /// @param timestampRoots given along in the bundle, with the root of the State that sealed it
    public Opening(
            Vault vault,
            Verifying verifying,
            Directory directory,
            CourtPapers papers,
            List<X509Certificate> timestampRoots,
            int workers) {
        this.vault = vault;
        this.chronicle = new Chronicle(vault);
        this.verifying = verifying;
        this.directory = directory;
        this.papers = papers;
        this.timestampRoots = List.copyOf(timestampRoots);
        this.workers = workers;
    }

    void check(ExhibitReference reference, String role, Job job) {
        here(reference).ifPresent(exhibit -> {
            vault.shelf().need(exhibit.id());
            Verifying.Verdict verdict = verdict(exhibit, job);
            vault.transactions().write(tx -> checked(tx, reference, role, verdict));
            vault.shelf().release(exhibit.id());
        });
    }

    private Optional<Exhibit> here(ExhibitReference reference) {
        return vault.transactions()
                .read(tx -> vault.store().find(tx, reference))
                .filter(exhibit -> exhibit.state() instanceof ExhibitState.Here);
    }

    private Verifying.Verdict verdict(Exhibit exhibit, Job job) {
        try {
            return verifying.verify(exhibit, vault.shelf().sealed(exhibit.id()), job);
        } catch (EvidenceRefused e) {
            return Verifying.Verdict.bad(e.fault().code(), e.subject());
        }
    }

    private Exhibit checked(Transaction tx, ExhibitReference reference, String role, Verifying.Verdict verdict) {
        Exhibit exhibit = vault.store().lock(tx, reference).orElseThrow();
        if (!(exhibit.state() instanceof ExhibitState.Here here)) {
            return exhibit;
        }
        Map<String, String> details = Receiving.details(here.sealed().root(), verdict);
        if (verdict.isGood()) {
            chronicle.add(tx, exhibit, Note.byPerson(Kind.EXAMINED, exhibit, role, details));
            return exhibit;
        }
        chronicle.add(tx, exhibit, Note.byPerson(Kind.NOT_GOOD, exhibit, role, details));
        chronicle.tell(tx, exhibit);
        Exhibit next = exhibit.moved(
                new ExhibitState.NotGood(here.sealed(), vault.now(), verdict.code(), verdict.subject()), vault.now());
        vault.store().save(tx, next);
        vault.store().endExposures(tx, exhibit.id(), vault.now());
        // What is wrong must not be taken for the exhibit by anybody; it is pulled anew from the beginning.
        tx.afterCommit(() -> Shelf.delete(vault.shelf().opened(exhibit.id())));
        return next;
    }

    /// @param second what the custody says of a second person, when two opened it
    /// @param language of whoever opens it
    void open(ExhibitReference reference, OpeningWish wish, Map<String, String> second, Language language, Job job) {
        Optional<Exhibit> found = here(reference);
        if (found.isEmpty()) {
            return;
        }
        // Nobody sees it before its event is written: what is opened without a trace is not opened.
        Path unseen = vault.shelf().opening(found.get().id());
        Shelf.delete(unseen);
        vault.shelf().need(found.get().id());
        try {
            SealedFolder sealed =
                    SealedFolder.read(vault.shelf().sealed(found.get().id()));
            Manifest manifest =
                    bundle(found.get(), language).make(sealed, vault.keys().identities(), unseen, job);
            Map<String, String> details = new HashMap<>();
            details.put("files", Integer.toString(manifest.files().size()));
            details.put("bytes", Long.toString(manifest.bytes()));
            details.put("result", "match");
            details.putAll(second);
            vault.transactions().write(tx -> opened(tx, reference, wish, details));
            vault.shelf().show(found.get().id(), vault.now());
        } catch (EvidenceRefused e) {
            if (!e.fault().speaksAgainstEvidence()) {
                throw e;
            }
            Verifying.Verdict bad = Verifying.Verdict.bad(e.fault().code(), e.subject());
            vault.transactions().write(tx -> checked(tx, reference, wish.role(), bad));
        } finally {
            Shelf.delete(unseen);
            vault.shelf().release(found.get().id());
        }
    }

    private Bundle bundle(Exhibit exhibit, Language language) {
        StringBuilder roots = new StringBuilder();
        directory
                .find(exhibit.reference().state())
                .flatMap(Entry::node)
                .ifPresent(node -> roots.append(node.rootCertificate()));
        timestampRoots.forEach(root -> roots.append(Pem.of(root)));
        return new Bundle(
                workers, Optional.of(Utf8.bytes(roots.toString())), Optional.empty(), papers.of(exhibit, language));
    }

    /// Counts how long it lies open for each of the two. What an earlier opening left is replaced by this one.
    private void expose(Transaction tx, Exhibit exhibit, String... roles) {
        vault.store().endExposures(tx, exhibit.id(), vault.now());
        for (String role : roles) {
            if (!role.isEmpty()) {
                vault.store().beginExposure(tx, exhibit.id(), role, vault.now());
            }
        }
    }

    private Exhibit opened(Transaction tx, ExhibitReference reference, OpeningWish wish, Map<String, String> details) {
        Exhibit exhibit = vault.store().lock(tx, reference).orElseThrow();
        chronicle.add(tx, exhibit, new Note(Kind.OPENED, Hand.AUTHORITY, wish.role(), wish.why(), details));
        vault.store().dropWish(tx, exhibit.id());
        if (exhibit.sensitive()) {
            expose(tx, exhibit, wish.role(), details.getOrDefault(CustodyEvent.SECOND_ROLE, ""));
        }
        chronicle.tell(tx, exhibit);
        return exhibit;
    }
}
