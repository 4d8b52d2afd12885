package comity.ledger.tiles;

import comity.ledger.Hash;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.tree.HashSource;
import comity.ledger.tree.NodePlace;
import comity.ledger.tree.TreeHasher;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/// Writes what a log has grown by: first every tile and bundle that the new checkpoint speaks of, then the
/// checkpoint.
///
/// Each step may be repeated. A crash leaves files that no checkpoint speaks of yet; the next run writes the same
/// bytes and finds them there.
public final class TilePublisher {
    private final EntrySource entries;
    private final HashSource hashes;

    /// @param entries where the entries are kept
    /// @param hashes where the hashes of complete subtrees are kept; asked for every eighth level only
    public TilePublisher(EntrySource entries, HashSource hashes) {
        this.entries = entries;
        this.hashes = hashes;
    }

    /// Brings a store from the size that it shows to that of a checkpoint.
    ///
    /// @param shown the size of the checkpoint that is shown; 0 for none
    public void publish(TileStore store, long shown, SignedCheckpoint next) {
        long size = next.checkpoint().size();
        List<TileFile> filled = new ArrayList<>();
        for (long first = shown / TileFile.FULL; first * TileFile.FULL < size; first++) {
            filled.addAll(writeEntries(store, first, widthOf(first, size)));
        }
        for (int level = 1; size >> (8 * level) > 0; level++) {
            filled.addAll(writeLevel(store, level, shown >> (8 * level), size >> (8 * level)));
        }
        store.putCheckpoint(next);
        filled.forEach(store::removePartsOf);
    }

    /// A bundle of entries and the tile of their leaf hashes.
    private List<TileFile> writeEntries(TileStore store, long index, int width) {
        long start = index * TileFile.FULL;
        List<byte[]> bundle = entries.read(start, start + width);
        TreeHasher hasher = new TreeHasher();
        TileFile.Entries entriesFile = new TileFile.Entries(index, width);
        TileFile.Hashes hashesFile = new TileFile.Hashes(0, index, width);
        store.put(entriesFile, EntryBundle.encode(bundle));
        store.put(hashesFile, concatenated(bundle.stream().map(hasher::leaf).toList()));
        return hashesFile.isFull() ? List.of(entriesFile, hashesFile) : List.of();
    }

    private List<TileFile> writeLevel(TileStore store, int level, long shown, long count) {
        List<TileFile> filled = new ArrayList<>();
        for (long index = shown / TileFile.FULL; shown < count && index * TileFile.FULL < count; index++) {
            TileFile.Hashes file = new TileFile.Hashes(level, index, widthOf(index, count));
            store.put(file, concatenated(hashesOf(file)));
            if (file.isFull()) {
                filled.add(file);
            }
        }
        return filled;
    }

    private List<Hash> hashesOf(TileFile.Hashes file) {
        long start = file.index() * TileFile.FULL;
        return hashes.read(LongStream.range(start, start + file.width())
                .mapToObj(index -> new NodePlace(8 * file.level(), index))
                .toList());
    }

    private static int widthOf(long index, long count) {
        return (int) Math.min(TileFile.FULL, count - index * TileFile.FULL);
    }

    private static byte[] concatenated(List<Hash> hashes) {
        ByteArrayOutputStream tile = new ByteArrayOutputStream(hashes.size() * Hash.LENGTH);
        hashes.forEach(hash -> tile.writeBytes(hash.bytes()));
        return tile.toByteArray();
    }
}
