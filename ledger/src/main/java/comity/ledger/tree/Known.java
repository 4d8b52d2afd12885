package comity.ledger.tree;

import comity.ledger.Hash;
import java.util.Map;

/// Looks up what a [HashSource] promised to know.
final class Known {
    private Known() {}

    static Hash at(Map<NodePlace, Hash> hashes, NodePlace place) {
        Hash hash = hashes.get(place);
        if (hash == null) {
            throw new IllegalStateException("The ledger has no hash for " + place);
        }
        return hash;
    }
}
