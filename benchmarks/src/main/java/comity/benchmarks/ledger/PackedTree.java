package comity.benchmarks.ledger;

import comity.ledger.Hash;
import comity.ledger.tree.Frontier;
import comity.ledger.tree.HashSource;
import comity.ledger.tree.NodePlace;
import comity.ledger.tree.TreeHasher;
import java.util.ArrayList;
import java.util.List;

/// A whole tree in memory with its hashes side by side in one array: ten million leaves need 640 MB, and nothing for
/// the garbage collector to walk.
///
/// Each hash stands behind those of the two subtrees that it is made of, as the rival keeps its own. So a way up the
/// tree from a leaf stays near it for long, and few of its steps wait for the memory.
///
/// For one thread at a time.
final class PackedTree implements HashSource {
    /// An array's bytes begin sixteen after the array, which a large one has at the start of a page. So no hash lies in
    /// two lines of a cache.
    private static final int FIRST = 16;

    private final TreeHasher hasher = new TreeHasher();
    private final byte[] hashes;
    private final int most;
    private int touched;
    private Frontier frontier = Frontier.empty();

    /// @param most how many leaves it has room for
    PackedTree(int most) {
        this.most = most;
        this.hashes = new byte[Math.addExact(FIRST, Math.multiplyExact(2 * most, Hash.LENGTH))];
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
        System.arraycopy(hash.bytes(), 0, hashes, place(level, index), Hash.LENGTH);
    }

    /// Before the hash over leaves up to the last one m, there stand those of m leaves before it and of all subtrees
    /// that these complete, 2m less the ones in m written as a binary number; and its own lower levels.
    private static int place(int level, long index) {
        long last = ((index + 1) << level) - 1;
        return FIRST + (int) (2 * last - Long.bitCount(last) + level) * Hash.LENGTH;
    }

    /// Begins again with an empty tree in the same room.
    void clear() {
        frontier = Frontier.empty();
    }

    Hash root() {
        return frontier.root();
    }

    @Override
    public List<Hash> read(List<NodePlace> places) {
        int[] offsets = new int[places.size()];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = known(places.get(i));
        }
        touch(offsets);
        List<Hash> found = new ArrayList<>(offsets.length);
        for (int offset : offsets) {
            found.add(Hash.in(hashes, offset));
        }
        return found;
    }

    private int known(NodePlace place) {
        // The array may hold hashes of a tree that was cleared away.
        if (place.index() >= frontier.size() >> place.level()) {
            throw new IllegalStateException("The tree of " + frontier.size() + " leaves has no hash for " + place);
        }
        return place(place.level(), place.index());
    }

    /// Asks the memory for all of them before any is worked on: its answers come side by side, and not one after
    /// the other. Nothing else is done between, so that a processor sees the last question before it has the first
    /// answer. The sum is kept so that no compiler leaves the asking out.
    private void touch(int[] offsets) {
        int sum = 0;
        for (int offset : offsets) {
            sum += hashes[offset];
        }
        touched = sum;
    }
}
