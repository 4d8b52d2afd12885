package comity.vault.exhibits;

import comity.kernel.ExhibitReference;
import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transaction;
import comity.vault.Custody;
import comity.vault.CustodyEvent;
import comity.vault.Exhibit;
import comity.vault.ExhibitFile;
import comity.vault.Exposure;
import comity.vault.Remainder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where exhibits are kept, without their bytes. Locking reads are for transactions that write.
///
/// An interface, because SQL stays in `vault.store`, which knows what it keeps: the rules cannot know it, too.
public interface ExhibitStore {
    /// The next unused name of a year; it is given out once.
    ExhibitReference nextReference(Transaction tx, StateCode own, int year);

    Optional<Exhibit> find(Transaction tx, ExhibitReference reference);

    Optional<Exhibit> lock(Transaction tx, ExhibitReference reference);

    /// The exhibit that became a package.
    Optional<Exhibit> ofPackage(Transaction tx, UUID packageId);

    /// The exhibits of a request, oldest first.
    List<Exhibit> ofRequest(Transaction tx, RequestReference request);

    /// Those that wait for the node's own work: to be sealed, to be pulled.
    List<Exhibit> waiting(Transaction tx, int limit);

    void add(Transaction tx, Exhibit exhibit);

    void save(Transaction tx, Exhibit exhibit);

    /// Keeps the seal and its signature, which came with the offer.
    void keepSeal(Transaction tx, UUID exhibit, byte[] seal, byte[] signature);

    Optional<SealPapers> seal(Transaction tx, UUID exhibit);

    List<ExhibitFile> files(Transaction tx, UUID exhibit);

    /// Whether an exhibit has a file that some machine would take for one of this name.
    boolean hasFile(Transaction tx, UUID exhibit, String name);

    void addFile(Transaction tx, UUID exhibit, ExhibitFile file);

    void removeFile(Transaction tx, UUID exhibit, String name);

    /// The lists of what is not handed over, in their order.
    List<Remainder> remainders(Transaction tx, UUID exhibit);

    /// @param sealed the list as it was sealed
    void addRemainder(Transaction tx, UUID exhibit, Remainder remainder, byte[] sealed);

    Optional<byte[]> sealedRemainder(Transaction tx, UUID exhibit, int number);

    void dropRemainders(Transaction tx, UUID exhibit);

    /// Begins to count how long an exhibit lies open for somebody of a role.
    void beginExposure(Transaction tx, UUID exhibit, String role, Instant now);

    /// It lies open no longer.
    void endExposures(Transaction tx, UUID exhibit, Instant now);

    /// How long it has lain open until now, by role.
    ///
    /// @param longest after which nothing lies open any more, also when nobody put it away
    List<Exposure> exposures(Transaction tx, UUID exhibit, Instant now, Duration longest);

    Custody custody(Transaction tx, UUID exhibit);

    /// The last event of a State: what its next one goes on from, however many there are.
    Optional<CustodyEvent> last(Transaction tx, UUID exhibit, StateCode state);

    /// The events of a State behind a number, in order.
    List<CustodyEvent> after(Transaction tx, UUID exhibit, StateCode state, int number);

    /// Adds an event. Events are never changed or taken out; the database refuses it too.
    void addEvent(Transaction tx, UUID exhibit, Custody.Entry entry);

    void addWithheld(Transaction tx, UUID exhibit, Custody.Withheld withheld);

    /// The number of our last event that the other State was told of.
    int told(Transaction tx, UUID exhibit);

    void setTold(Transaction tx, UUID exhibit, int number);

    /// The wish to open an exhibit that waits for a second person.
    Optional<OpeningWish.Waiting> wish(Transaction tx, UUID exhibit);

    /// Keeps a wish; only one waits for an exhibit.
    void keepWish(Transaction tx, UUID exhibit, OpeningWish.Waiting waiting);

    /// Takes out the wish that waits for an exhibit, if one does.
    void dropWish(Transaction tx, UUID exhibit);

    /// Takes out every wish that was asked at a moment or before.
    void forgetWishes(Transaction tx, Instant askedUntil);

    /// The seal and its signature, as they came.
    @SuppressWarnings("ArrayRecordComponent")
    record SealPapers(byte[] seal, byte[] signature) {}
}
