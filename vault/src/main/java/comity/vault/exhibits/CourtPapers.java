package comity.vault.exhibits;

import comity.directory.Directory;
import comity.evidence.PackageFiles;
import comity.kernel.Language;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.kernel.transaction.Transaction;
import comity.ledger.journal.LeafRecord;
import comity.ledger.journal.PublishedHead;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.proof.ProofFile;
import comity.vault.Custody;
import comity.vault.CustodyEvent;
import comity.vault.Exhibit;
import comity.vault.picture.CustodyFiles;
import comity.vault.picture.CustodyPicture;
import comity.vault.picture.Subject;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/// What a court is given beside an exhibit: its custody event by event, drawn and printed, and proofs that this State's
/// ledger holds the events of this State.
public final class CourtPapers {
    private final Vault vault;
    private final Directory directory;
    private final PublishedHead head;
    private final boolean drill;

    /// @param head what of the ledger was shown to everybody; a proof never tells more of it
    /// @param drill whether all of it is an exercise
    public CourtPapers(Vault vault, Directory directory, PublishedHead head, boolean drill) {
        this.vault = vault;
        this.directory = directory;
        this.head = head;
        this.drill = drill;
    }

    /// The papers by their names in the bundle, with the custody up to now.
    ///
    /// @param language of whoever opens it
    Map<String, byte[]> of(Exhibit exhibit, Language language) {
        Map<String, byte[]> papers = new TreeMap<>();
        Custody custody = vault.transactions().read(tx -> {
            Custody found = vault.store().custody(tx, exhibit.id());
            found.entries().forEach(entry -> add(tx, papers, entry));
            return found;
        });
        Subject subject =
                new Subject(exhibit.reference(), exhibit.title(), "", custody, state -> name(state, language));
        papers.putAll(CustodyFiles.of(CustodyPicture.of(subject, language, ZoneOffset.UTC), drill, vault.now()));
        return papers;
    }

    private String name(StateCode state, Language language) {
        return directory.find(state).map(entry -> entry.name(language)).orElse(state.code());
    }

    /// An event in the bytes that its leaf commits to, and the proof of that leaf. What another State told is in that
    /// State's ledger; and what was not published yet is not proved yet.
    private void add(Transaction tx, Map<String, byte[]> papers, Custody.Entry entry) {
        CustodyEvent event = entry.event();
        String name = "%s-%03d-%s"
                .formatted(event.state(), event.number(), event.kind().code());
        papers.put(PackageFiles.CUSTODY + name + ".json", event.bytes());
        SignedCheckpoint published = head.checkpoint();
        if (!entry.told()
                && entry.leaf().isPresent()
                && entry.leaf().getAsLong() < published.checkpoint().size()) {
            vault.journal()
                    .leaf(tx, entry.leaf().getAsLong())
                    .flatMap(LeafRecord::opening)
                    .ifPresent(opening -> papers.put(
                            PackageFiles.LEDGER + name + ProofFile.EXTENSION,
                            Utf8.bytes(ProofFile.open(
                                            opening,
                                            vault.journal()
                                                    .inclusion(
                                                            tx,
                                                            entry.leaf().getAsLong(),
                                                            published
                                                                    .checkpoint()
                                                                    .size()),
                                            published)
                                    .text())));
            papers.put(
                    PackageFiles.LEDGER_KEY,
                    Utf8.bytes(vault.journal().verifier().text() + "\n"));
        }
    }
}
