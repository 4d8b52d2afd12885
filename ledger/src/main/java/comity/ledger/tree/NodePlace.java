package comity.ledger.tree;

import comity.ledger.Hash;
import java.util.Map;

/// A place of a complete subtree: the one over the 2^level leaves from `index · 2^level` on.
///
/// @param level the height; 0 is a leaf
/// @param index counted from the left among the subtrees of this level
public record NodePlace(int level, long index) {
    public NodePlace {
        if (level < 0 || level > 62 || index < 0 || index > Long.MAX_VALUE >> level) {
            throw new IllegalArgumentException("No subtree stands at level " + level + ", index " + index);
        }
    }

    /// The leaf at an index.
    public static NodePlace leaf(long index) {
        return new NodePlace(0, index);
    }

    /// The hash at this place.
    ///
    /// @throws IllegalStateException when it is not among those that are known
    public Hash in(Map<NodePlace, Hash> known) {
        Hash hash = known.get(this);
        if (hash == null) {
            throw new IllegalStateException("The ledger has no hash for " + this);
        }
        return hash;
    }

    /// The child on the left, one level below.
    NodePlace left() {
        return new NodePlace(level - 1, index * 2);
    }

    /// The child on the right, one level below.
    NodePlace right() {
        return new NodePlace(level - 1, index * 2 + 1);
    }
}
