package comity.vault.exhibits;

import comity.evidence.pack.SealedPaper;
import comity.kernel.Sha256;
import comity.kernel.transaction.Transaction;
import comity.vault.CustodyEvent.Kind;
import comity.vault.Exhibit;
import comity.vault.ExhibitFile;
import comity.vault.Remainder;
import comity.vault.exhibits.Chronicle.Note;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Lists what was collected and is not handed over. Each list is sealed to this State's own key; its digest is in a
/// custody event, so that nobody can put something on it afterwards, or take it off.
public final class Remainders {
    private final Vault vault;
    private final Chronicle chronicle;

    Remainders(Vault vault, Chronicle chronicle) {
        this.vault = vault;
        this.chronicle = chronicle;
    }

    Answer<Exhibit> list(Transaction tx, Exhibit exhibit, String role, Remainder.Ground ground, String typed) {
        return switch (RemainderList.read(typed)) {
            case RemainderList.Read.Wrong(String code) -> new Answer.Unfit<>("/list", code);
            case RemainderList.Read.Good(RemainderList list) ->
                contradicts(tx, exhibit, list)
                        ? new Answer.Unfit<>("/list", "list-handed-over")
                        : keep(tx, exhibit, role, ground, list);
        };
    }

    /// Nothing is both handed over and not.
    private boolean contradicts(Transaction tx, Exhibit exhibit, RemainderList list) {
        Set<String> taken = vault.store().files(tx, exhibit.id()).stream()
                .map(ExhibitFile::sha256)
                .collect(Collectors.toSet());
        return list.lines().stream().anyMatch(line -> taken.contains(line.sha256()));
    }

    private Answer<Exhibit> keep(
            Transaction tx, Exhibit exhibit, String role, Remainder.Ground ground, RemainderList list) {
        Instant now = vault.now();
        byte[] paper = list.write(exhibit.reference(), ground, now);
        int number = vault.store().remainders(tx, exhibit.id()).size() + 1;
        Remainder remainder = new Remainder(number, ground, list.lines().size(), Sha256.hex(paper), now);
        vault.store()
                .addRemainder(
                        tx,
                        exhibit.id(),
                        remainder,
                        SealedPaper.seal(paper, vault.keys().recipients()));
        chronicle.add(
                tx,
                exhibit,
                Note.byPerson(
                        Kind.REMAINDER_LISTED,
                        exhibit,
                        role,
                        Map.of("entries", Integer.toString(remainder.entries()), "sha256", remainder.sha256())));
        return new Answer.Done<>(exhibit);
    }

    /// A list, opened: the bytes whose digest the custody names.
    ///
    /// @throws comity.evidence.EvidenceRefused when none of this State's keys opens it
    public Optional<byte[]> open(Transaction tx, Exhibit exhibit, int number) {
        return vault.store()
                .sealedRemainder(tx, exhibit.id(), number)
                .map(bytes -> SealedPaper.open(bytes, vault.keys().identities()));
    }
}
