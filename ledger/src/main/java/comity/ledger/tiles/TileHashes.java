package comity.ledger.tiles;

import comity.ledger.Hash;
import comity.ledger.tree.HashSource;
import comity.ledger.tree.NodePlace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The hashes of every eighth level, read from tiles. Wrap it in [comity.ledger.tree.SparseHashes] to
/// prove from files.
public final class TileHashes implements HashSource {
    /// Which levels tiles keep.
    public static final int STEP = 8;

    private final PublishedLog log;
    private final long treeSize;

    /// @param treeSize the size of a checkpoint that was published in the folder
    public TileHashes(PublishedLog log, long treeSize) {
        this.log = log;
        this.treeSize = treeSize;
    }

    @Override
    public List<Hash> read(List<NodePlace> places) {
        Map<TileFile, byte[]> opened = new HashMap<>();
        List<Hash> found = new ArrayList<>(places.size());
        for (NodePlace place : places) {
            byte[] tile = opened.computeIfAbsent(tileOf(place), this::open);
            int offset = (int) (place.index() % TileFile.FULL) * Hash.LENGTH;
            found.add(Hash.in(tile, offset));
        }
        return found;
    }

    private TileFile tileOf(NodePlace place) {
        long count = treeSize >> place.level();
        if (place.level() % STEP != 0 || place.index() >= count) {
            throw new IllegalArgumentException("No tile of a tree of " + treeSize + " leaves holds " + place);
        }
        long index = place.index() / TileFile.FULL;
        int width = (int) Math.min(TileFile.FULL, count - index * TileFile.FULL);
        return new TileFile.Hashes(place.level() / STEP, index, width);
    }

    private byte[] open(TileFile file) {
        byte[] tile = log.read(file)
                .or(() -> log.read(file.full()))
                .orElseThrow(() -> new IllegalStateException("The published log lacks " + file.path()));
        if (tile.length < file.width() * Hash.LENGTH) {
            throw new IllegalStateException("The published log has a torn " + file.path());
        }
        return tile;
    }
}
