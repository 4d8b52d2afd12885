package comity.ledger.tiles;

import java.util.Optional;

/// One immutable file of a published log: 256 hashes or entries that stand beside each other, or the first few of
/// them.
///
/// `tile/0/x001/067` is the tile of index 1067 at level 0, `tile/entries/000.p/5` the first five entries. A level
/// holds the hash of each full tile one level below, so a tile stands for eight levels of the tree.
public sealed interface TileFile {
    /// How many hashes or entries fill a file.
    int FULL = 256;

    /// Counted from the left, from zero.
    long index();

    /// How many hashes or entries it holds, 1 to 256. Fewer than 256 only at the right edge of the tree.
    int width();

    /// Where it stands below the log's address.
    default String path() {
        return TilePath.of(this);
    }

    /// The same place, filled.
    TileFile full();

    default boolean isFull() {
        return width() == FULL;
    }

    /// Hashes of complete subtrees.
    ///
    /// @param level the height of the tile; its hashes stand at height 8 · level of the tree
    record Hashes(int level, long index, int width) implements TileFile {
        public Hashes {
            if (level < 0 || level > 63) {
                throw new IllegalArgumentException("No tile stands at level " + level);
            }
            requirePlace(index, width);
        }

        @Override
        public Hashes full() {
            return new Hashes(level, index, FULL);
        }
    }

    /// The entries that the leaves stand for.
    record Entries(long index, int width) implements TileFile {
        public Entries {
            requirePlace(index, width);
        }

        @Override
        public Entries full() {
            return new Entries(index, FULL);
        }
    }

    /// Reads a path as a stranger asks for it. Empty unless it is written exactly as [#path] writes it, so a path
    /// that is read cannot lead out of the folder.
    static Optional<TileFile> parse(String path) {
        return TilePath.parse(path);
    }

    private static void requirePlace(long index, int width) {
        if (index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("No tile has index " + index + " and width " + width);
        }
    }
}
