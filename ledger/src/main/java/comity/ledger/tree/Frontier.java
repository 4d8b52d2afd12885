package comity.ledger.tree;

import comity.ledger.Hash;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The right edge of a growing tree: the roots of the complete subtrees that its size is made of, from left to
/// right.
///
/// A tree of 11 leaves is a subtree of 8, one of 2 and one of 1 (11 is 1011 in base two), and three hashes are
/// all that is needed to go on growing and to know the root. A new leaf is put at the end, and whenever two
/// subtrees of one size stand side by side they become one of twice that size, as a carry runs through an
/// addition. So n appends cost fewer than 2 n digests, and the state is at most 63 hashes however long the log
/// is.
///
/// For one thread at a time.
public final class Frontier {
    private final TreeHasher hasher = new TreeHasher();
    private final List<Hash> roots;
    private long size;

    private Frontier(long size, List<Hash> roots) {
        this.size = size;
        this.roots = new ArrayList<>(roots);
    }

    /// Hears of each subtree as it becomes complete, leaves included.
    @FunctionalInterface
    public interface Completed {
        void subtree(int level, long index, Hash hash);
    }

    /// The edge of a tree without leaves.
    public static Frontier empty() {
        return new Frontier(0, List.of());
    }

    /// The edge of a tree that was kept somewhere.
    ///
    /// @param roots one hash for each bit that is set in the size, the largest subtree first
    /// @throws IllegalArgumentException when the number of hashes does not fit the size
    public static Frontier of(long size, List<Hash> roots) {
        if (size < 0 || Long.bitCount(size) != roots.size()) {
            throw new IllegalArgumentException(
                    "A tree of " + size + " leaves does not have an edge of " + roots.size() + " hashes");
        }
        return new Frontier(size, roots);
    }

    /// Appends a leaf hash and returns its index.
    public long append(Hash leaf) {
        return append(leaf, (_, _, _) -> {});
    }

    /// Appends a leaf hash, tells which subtrees it completed, and returns its index.
    public long append(Hash leaf, Completed completed) {
        long index = size;
        Hash hash = leaf;
        completed.subtree(0, index, hash);
        for (int level = 1; (index >> (level - 1) & 1) == 1; level++) {
            hash = hasher.node(roots.removeLast(), hash);
            completed.subtree(level, index >> level, hash);
        }
        roots.add(hash);
        size++;
        return index;
    }

    /// How many leaves the tree has.
    public long size() {
        return size;
    }

    /// The hashes to keep, the largest subtree first.
    public List<Hash> roots() {
        return List.copyOf(roots);
    }

    /// The same hashes, each with its place.
    public Map<NodePlace, Hash> places() {
        List<NodePlace> places = new Span(0, size).places();
        Map<NodePlace, Hash> placed = new LinkedHashMap<>();
        for (int i = 0; i < roots.size(); i++) {
            placed.put(places.get(i), roots.get(i));
        }
        return placed;
    }

    /// The root of the tree as it is now.
    public Hash root() {
        return fold(hasher, roots);
    }

    /// The root over neighbouring subtrees of falling size.
    static Hash fold(TreeHasher hasher, List<Hash> subtrees) {
        if (subtrees.isEmpty()) {
            return Hash.EMPTY_TREE;
        }
        Hash hash = subtrees.getLast();
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            hash = hasher.node(subtrees.get(i), hash);
        }
        return hash;
    }
}
