package comity.benchmarks.ledger;

import comity.ledger.Hash;
import comity.ledger.tree.Frontier;
import comity.ledger.tree.HashSource;
import comity.ledger.tree.NodePlace;
import comity.ledger.tree.TreeHasher;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A whole tree in memory with its hashes side by side in one array a level, as the rival keeps its own:
/// ten million leaves need 640 MB, and nothing for the garbage collector to walk.
///
/// For one thread at a time.
final class PackedTree implements HashSource {
    private final TreeHasher hasher = new TreeHasher();
    private final List<byte[]> levels = new ArrayList<>();
    private final int most;
    private Frontier frontier = Frontier.empty();

    /// @param most how many leaves it has room for
    PackedTree(int most) {
        this.most = most;
        for (int width = most; width > 0; width /= 2) {
            levels.add(new byte[Math.multiplyExact(width, Hash.LENGTH)]);
        }
    }

    /// Appends an entry and returns its leaf hash.
    Hash append(Hash entry) {
        if (frontier.size() == most) {
            throw new IllegalStateException("There is room for " + most + " leaves and no more");
        }
        Hash leaf = hasher.leaf(entry);
        frontier.append(leaf, this::keep);
        return leaf;
    }

    private void keep(int level, long index, Hash hash) {
        System.arraycopy(hash.bytes(), 0, levels.get(level), (int) index * Hash.LENGTH, Hash.LENGTH);
    }

    /// Begins again with an empty tree in the same room.
    void clear() {
        frontier = Frontier.empty();
    }

    Hash root() {
        return frontier.root();
    }

    @Override
    public Map<NodePlace, Hash> read(Collection<NodePlace> places) {
        Map<NodePlace, Hash> found = HashMap.newHashMap(places.size());
        for (NodePlace place : places) {
            // An array may hold hashes of a tree that was cleared away.
            if (place.level() >= levels.size() || place.index() >= frontier.size() >> place.level()) {
                throw new IllegalStateException("The tree of " + frontier.size() + " leaves has no hash for " + place);
            }
            found.put(place, Hash.in(levels.get(place.level()), (int) place.index() * Hash.LENGTH));
        }
        return found;
    }
}
