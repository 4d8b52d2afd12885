package comity.node.rooms;

import comity.kernel.Utf8;
import comity.ledger.note.Checkpoint;
import comity.ledger.note.NoteRefused;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.tiles.TileConflict;
import comity.ledger.tiles.TileFile;
import comity.ledger.tiles.TileFolder;
import comity.ledger.tiles.TileStore;
import comity.objects.Bucket;
import comity.objects.BucketUnavailable;
import comity.objects.Found;
import comity.objects.Label;
import comity.objects.Placed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/// A ledger that is published in a bucket, under the same names as in a folder. What the store has
/// confirmed is durable, so the checkpoint comes last here too.
///
/// A folder is locked against a second writer; a bucket is not. So the checkpoint replaces the one that
/// was looked at and no other, and never one that it does not continue. And a bucket may be away when
/// the node starts: what was shown last is remembered here, so that an older database is noticed all
/// the same.
public final class LedgerInBucket implements TileStore {
    private static final System.Logger LOG = System.getLogger(LedgerInBucket.class.getName());
    private static final Label TILE = Label.constant("application/octet-stream");
    private static final Label NOTE = Label.changing("text/plain; charset=utf-8");

    private final Bucket bucket;
    private final TileFolder memory;
    private volatile String partsStay = "";

    /// @param memory a folder on this machine, for the newest checkpoint only, and for the lock that
    ///     lets one writer in at a time
    public LedgerInBucket(Bucket bucket, TileFolder memory) {
        this.bucket = bucket;
        this.memory = memory;
    }

    @Override
    public Optional<byte[]> remembered() {
        return memory.checkpoint();
    }

    @Override
    public Optional<byte[]> checkpoint() {
        return bucket.get(CHECKPOINT);
    }

    @Override
    public Optional<byte[]> read(TileFile file) {
        return bucket.get(file.path());
    }

    @Override
    public void alone(Runnable writing) {
        memory.alone(writing);
    }

    @Override
    public void put(TileFile file, byte[] content) {
        if (bucket.putOnce(file.path(), content, TILE) == Placed.OTHER) {
            throw new TileConflict(file.path());
        }
    }

    @Override
    public void putCheckpoint(SignedCheckpoint checkpoint) {
        Optional<Found> shown = bucket.look(CHECKPOINT);
        shown.ifPresent(found -> requireContinued(found, checkpoint));
        // First here: what may have been shown is never forgotten, whatever the answer to the next line.
        memory.putCheckpoint(checkpoint);
        if (!bucket.replace(CHECKPOINT, shown.map(Found::tag), Utf8.bytes(checkpoint.text()), NOTE)) {
            throw overtaken();
        }
    }

    private static void requireContinued(Found shown, SignedCheckpoint next) {
        Checkpoint before = opened(shown, next);
        Checkpoint after = next.checkpoint();
        if (before.size() == after.size() && !before.root().equals(after.root())) {
            throw new TileConflict(CHECKPOINT);
        }
        if (before.size() > after.size()) {
            throw overtaken();
        }
    }

    private static Checkpoint opened(Found shown, SignedCheckpoint next) {
        try {
            return SignedCheckpoint.open(shown.content(), next.logKey()).checkpoint();
        } catch (NoteRefused e) {
            // Another log's, or spoiled: a person has to look before anything is written over it.
            throw new TileConflict(CHECKPOINT);
        }
    }

    /// Another process of this node was quicker. The next round looks again.
    private static UncheckedIOException overtaken() {
        return new UncheckedIOException(new IOException("The checkpoint in the bucket was replaced meanwhile"));
    }

    /// Parts that stay do no harm. There are buckets from which nothing can be removed, and that is a
    /// good thing.
    @Override
    public void removePartsOf(TileFile full) {
        try {
            bucket.names(full.path() + ".p/").forEach(bucket::remove);
        } catch (BucketUnavailable e) {
            if (Thread.currentThread().isInterrupted()) {
                // The node is told to end; whoever called knows what that means.
                throw e;
            }
            if (!String.valueOf(e.getMessage()).equals(partsStay)) {
                partsStay = String.valueOf(e.getMessage());
                LOG.log(System.Logger.Level.INFO, "Partial files of the ledger stay. {0}", partsStay);
            }
        }
    }
}
