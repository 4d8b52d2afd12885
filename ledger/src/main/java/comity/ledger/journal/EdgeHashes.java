package comity.ledger.journal;

import comity.ledger.Hash;
import comity.ledger.tree.Frontier;
import comity.ledger.tree.HashSource;
import comity.ledger.tree.NodePlace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The right edge of the tree with what one transaction has added to it, in memory.
///
/// It is all that a proof of a new leaf needs. Whatever stands to the left of the way from a new leaf up to
/// the root is a complete subtree; either it ends before the new leaves, and is then one of the edge's own
/// roots, or it became complete with them. So a receipt can carry a proof that costs no question to the database.
final class EdgeHashes implements HashSource {
    private final long from;
    private final Map<NodePlace, Hash> known = new HashMap<>();

    private EdgeHashes(long from) {
        this.from = from;
    }

    /// The edge before anything is added.
    static EdgeHashes from(Frontier frontier) {
        EdgeHashes edge = new EdgeHashes(frontier.size());
        edge.known.putAll(frontier.places());
        return edge;
    }

    void add(int level, long index, Hash hash) {
        known.put(new NodePlace(level, index), hash);
    }

    /// Whether a leaf is among those that were added.
    boolean holds(long index) {
        return index >= from && known.containsKey(NodePlace.leaf(index));
    }

    @Override
    public List<Hash> read(List<NodePlace> places) {
        return places.stream().map(place -> place.in(known)).toList();
    }
}
