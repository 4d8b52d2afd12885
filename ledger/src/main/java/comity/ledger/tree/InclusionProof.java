package comity.ledger.tree;

import comity.ledger.Hash;
import java.util.List;

/// The proof that a leaf is in a tree (RFC 9162, 2.1.3).
///
/// @param index where the leaf stands, from zero
/// @param treeSize how many leaves the tree has
/// @param path the hashes beside the way from the leaf up to the root
public record InclusionProof(long index, long treeSize, List<Hash> path) {
    /// No tree that can be counted is higher.
    static final int LONGEST_PATH = 64;

    /// @throws IllegalArgumentException when the numbers cannot belong together, or the path is longer than any
    ///     tree is high
    public InclusionProof {
        if (index < 0 || index >= treeSize || path.size() > LONGEST_PATH) {
            throw new IllegalArgumentException(
                    "No proof has index " + index + ", tree size " + treeSize + " and " + path.size() + " hashes");
        }
        path = List.copyOf(path);
    }

    /// Whether it shows that the tree with this root has this entry at the index. A path with one hash too few or
    /// too many shows nothing.
    public boolean proves(Hash entry, Hash root) {
        return provesLeaf(new TreeHasher().leaf(entry), root);
    }

    /// The same for an entry whose leaf hash is known already.
    public boolean provesLeaf(Hash leaf, Hash root) {
        TreeHasher hasher = new TreeHasher();
        long node = index;
        long last = treeSize - 1;
        Hash hash = leaf;
        for (Hash beside : path) {
            if (last == 0) {
                return false;
            }
            if (isRightChild(node) || node == last) {
                hash = hasher.node(beside, hash);
                // At the ragged right edge a node without a sibling goes up as it is.
                while (!isRightChild(node) && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = hasher.node(hash, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && hash.equals(root);
    }

    private static boolean isRightChild(long node) {
        return (node & 1) == 1;
    }
}
