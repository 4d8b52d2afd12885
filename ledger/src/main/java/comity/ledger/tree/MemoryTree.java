package comity.ledger.tree;

import comity.ledger.Hash;
import java.util.ArrayList;
import java.util.List;

/// A whole tree in memory, every hash of it: for a verifier that has read a log, for tests and for measurements.
///
/// For one thread at a time.
public final class MemoryTree implements HashSource {
    private final Frontier frontier = Frontier.empty();
    private final TreeHasher hasher = new TreeHasher();
    private final List<List<Hash>> levels = new ArrayList<>();

    /// Appends an entry and returns its index.
    public long append(byte[] entry) {
        return appendLeaf(hasher.leaf(entry));
    }

    /// Appends an entry that is a digest and returns its index.
    public long append(Hash entry) {
        return appendLeaf(hasher.leaf(entry));
    }

    /// Appends a leaf hash and returns its index.
    public long appendLeaf(Hash leaf) {
        return frontier.append(leaf, (level, _, hash) -> {
            if (levels.size() == level) {
                levels.add(new ArrayList<>());
            }
            levels.get(level).add(hash);
        });
    }

    public long size() {
        return frontier.size();
    }

    public Hash root() {
        return frontier.root();
    }

    @Override
    public List<Hash> read(List<NodePlace> places) {
        List<Hash> found = new ArrayList<>(places.size());
        for (NodePlace place : places) {
            if (place.level() >= levels.size()
                    || place.index() >= levels.get(place.level()).size()) {
                throw new IllegalStateException("The tree of " + size() + " leaves has no hash for " + place);
            }
            found.add(levels.get(place.level()).get((int) place.index()));
        }
        return found;
    }
}
