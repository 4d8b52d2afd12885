package comity.node.rooms;

import comity.federation.cosigning.Cosigners;
import comity.kernel.transaction.Transactions;
import comity.ledger.journal.Journal;
import comity.ledger.journal.LedgerDamaged;
import comity.ledger.journal.PublishedHead;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.tiles.TileStore;
import comity.node.settings.LedgerRhythm;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/// The thread that lays the ledger out as files a moment after each commit, and has the others sign it.
///
/// The files come first: what others have signed can then be taken back from them, when the database is
/// lost and an older copy of it restored.
public final class LedgerRoom implements PublishedHead, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LedgerRoom.class.getName());

    private final Journal journal;
    private final Transactions transactions;
    private final LedgerRhythm rhythm;
    private final TileStore files;
    private final Cosigners cosigners;
    /// The newest checkpoint, with the lines that have come.
    private final AtomicReference<SignedCheckpoint> held;
    private final AtomicReference<SignedCheckpoint> shown;
    private final Thread publishing;
    private volatile String fault = "";

    /// @throws LedgerDamaged when the files show another history, or more of it, than the database:
    ///     nothing may be added to it before a person has looked
    public LedgerRoom(
            Journal journal, Transactions transactions, TileStore files, LedgerRhythm rhythm, Cosigners cosigners) {
        this.journal = journal;
        this.transactions = transactions;
        this.rhythm = rhythm;
        this.files = files;
        this.cosigners = cosigners;
        this.held = new AtomicReference<>(journal.latest());
        this.shown = new AtomicReference<>();
        files.remembered().ifPresent(journal::requireContinues);
        publishAtStart();
        this.publishing = Thread.ofVirtual().name("ledger-files").start(this::publishForEver);
    }

    @Override
    public SignedCheckpoint checkpoint() {
        return Objects.requireNonNullElse(shown.get(), held.get());
    }

    @Override
    public void close() {
        publishing.interrupt();
        try {
            publishing.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// A full disk, or a bucket that is away, is no reason not to start: the rounds try again.
    private void publishAtStart() {
        try {
            publish();
        } catch (UncheckedIOException e) {
            say(e);
        }
    }

    private void publishForEver() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                round();
                Thread.sleep(rhythm.every());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// Everything can be made again from the rows at any time, so a failure here is said and tried
    /// again.
    private void round() throws InterruptedException {
        try {
            hideTheCount();
            SignedCheckpoint newest = journal.latest();
            if (newest.checkpoint().size() > held.get().checkpoint().size()) {
                held.set(newest);
            }
            publish();
            held.set(cosigners.ask(held.get()));
            publish();
            sayThatItIsWell();
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                // The node is told to end, in the middle of a question.
                throw new InterruptedException();
            }
            say(e);
        }
    }

    /// Twice a second the same would be said; so it is said when it begins, and when it becomes another.
    private void say(RuntimeException e) {
        if (String.valueOf(e).equals(fault)) {
            return;
        }
        fault = String.valueOf(e);
        if (e instanceof UncheckedIOException) {
            // The place says itself what is wrong with it; which line of ours was asking tells an operator nothing.
            LOG.log(System.Logger.Level.ERROR, "The ledger could not be published. {0}", e.getMessage());
        } else {
            LOG.log(System.Logger.Level.ERROR, "The ledger could not be published", e);
        }
    }

    private void sayThatItIsWell() {
        if (!fault.isEmpty()) {
            LOG.log(System.Logger.Level.INFO, "The ledger is published again");
            fault = "";
        }
    }

    private void hideTheCount() {
        if (rhythm.roundTo() > 1) {
            long before = checkpoint().checkpoint().size();
            transactions.write(tx -> journal.fill(tx, rhythm.roundTo(), before));
        }
    }

    /// @throws UncheckedIOException when the disk or the bucket refuses; then nobody is asked to sign
    ///     what nobody can read
    private void publish() {
        SignedCheckpoint next = held.get();
        if (!next.equals(shown.get())) {
            journal.publish(files, next);
            shown.set(next);
        }
    }
}
