package comity.node.rooms;

import comity.kernel.transaction.Transactions;
import comity.ledger.journal.Journal;
import comity.ledger.note.LogKey;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/// The node's ledger, and the thread that lays its tiles out as files a moment after each commit.
public final class LedgerRoom implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(LedgerRoom.class.getName());
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Journal journal;
    private final Path folder;
    private final Thread publishing;

    public LedgerRoom(Transactions transactions, LogKey key, Path folder, Clock clock) {
        this.journal = new Journal(transactions, key, clock);
        this.folder = folder;
        this.publishing = Thread.ofVirtual().name("ledger-files").start(this::publishForEver);
    }

    public Journal journal() {
        return journal;
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

    private void publishForEver() {
        long published = -1;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long size = journal.latest().checkpoint().size();
                if (size != published) {
                    published = publish(size) ? size : published;
                }
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The files can be made again from the rows at any time, so a failure here is said and tried again.
    private boolean publish(long size) {
        try {
            journal.publish(folder);
            return true;
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "The ledger's files for size " + size + " could not be written", e);
            return false;
        }
    }
}
