package comity.ledger.tree;

import comity.ledger.Hash;
import java.util.List;

/// Where the hashes of complete subtrees are kept: memory, a table, a folder of tiles.
@FunctionalInterface
public interface HashSource {
    /// The hashes at these places, in their order. All are asked for at once, so that a table needs one query and not
    /// one for each.
    ///
    /// @throws IllegalStateException when one is missing: a complete subtree of the tree is always known
    List<Hash> read(List<NodePlace> places);
}
