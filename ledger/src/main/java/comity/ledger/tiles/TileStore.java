package comity.ledger.tiles;

import comity.ledger.note.NoteSignature;
import comity.ledger.note.SignedCheckpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Where a log is published: a folder, or a store of objects that strangers read. A file of it is
/// written once; only `checkpoint` is replaced.
///
/// Every method throws [java.io.UncheckedIOException] when the place cannot be used. What was asked for
/// may then have been done or not, and is asked for again.
public interface TileStore extends PublishedLog {
    /// The name of the one file that changes.
    String CHECKPOINT = "checkpoint";

    /// What this machine remembers of the newest checkpoint that was shown, when the place is so far
    /// away that it may not answer; empty when nothing is remembered, or the place itself can always be
    /// asked.
    default Optional<byte[]> remembered() {
        return Optional.empty();
    }

    /// Runs while nobody else on this machine writes there.
    void alone(Runnable writing);

    /// Publishes an immutable file; does nothing when it is there already. It appears whole or not at
    /// all.
    ///
    /// @throws TileConflict when it is there with other bytes
    void put(TileFile file, byte[] content);

    /// Replaces the checkpoint, after every file before it has become durable.
    void putCheckpoint(SignedCheckpoint checkpoint);

    /// Removes the partial files that a full one has made needless.
    void removePartsOf(TileFile full);

    /// Shows the published checkpoint with more lines below: those of cosigners. To be called within
    /// [#alone]. The text stays, and each line that is shown stays or is replaced by a newer one of the
    /// same key.
    ///
    /// @param cosigned the checkpoint that is shown, with lines that were checked
    /// @throws IllegalArgumentException when another checkpoint is shown, or none
    default void addLines(SignedCheckpoint cosigned) {
        SignedCheckpoint shown = checkpoint()
                .map(note -> SignedCheckpoint.open(note, cosigned.logKey()))
                .filter(open -> open.checkpoint().equals(cosigned.checkpoint()))
                .orElseThrow(() -> new IllegalArgumentException("Another checkpoint is shown"));
        List<NoteSignature> lines = cosigned.note().signatures().stream()
                .filter(line -> !line.isBy(cosigned.logKey()))
                .toList();
        SignedCheckpoint merged = shown.with(lines);
        if (!merged.equals(shown)) {
            putCheckpoint(merged);
        }
    }

    /// The published entries from one index up to, and not including, another.
    ///
    /// @throws IllegalStateException when one is missing or torn
    default List<byte[]> entries(long from, long to) {
        List<byte[]> entries = new ArrayList<>();
        for (long index = from / TileFile.FULL; index * TileFile.FULL < to; index++) {
            long first = index * TileFile.FULL;
            TileFile.Entries file = new TileFile.Entries(index, (int) Math.min(TileFile.FULL, to - first));
            List<byte[]> bundle = bundle(file);
            entries.addAll(bundle.subList((int) Math.max(0, from - first), file.width()));
        }
        return entries;
    }

    private List<byte[]> bundle(TileFile.Entries file) {
        try {
            Optional<byte[]> exact = read(file);
            return exact.map(bytes -> EntryBundle.decode(bytes, file.width()))
                    .or(() -> read(file.full()).map(bytes -> EntryBundle.decode(bytes, TileFile.FULL)))
                    .orElseThrow(() -> new IllegalStateException("The published log lacks " + file.path()));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The published log has a torn " + file.path(), e);
        }
    }
}
