package comity.ledger.tree;

import comity.ledger.Hash;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/// Hashes of every level, from a place that keeps only some levels: each n-th, beginning with the leaves.
///
/// The levels between are computed again when they are needed. It saves nearly all of the space and costs at most
/// 2^n digests for a hash; tiles keep every eighth level, the journal's table every fourth.
public final class SparseHashes implements HashSource {
    private final int step;
    private final HashSource kept;

    /// @param step which levels are kept: 0, step, 2 · step and so on
    /// @param kept where they are
    public SparseHashes(int step, HashSource kept) {
        this.step = step;
        this.kept = kept;
    }

    @Override
    public Map<NodePlace, Hash> read(Collection<NodePlace> places) {
        Set<NodePlace> needed = new LinkedHashSet<>();
        places.forEach(place -> collect(place, needed));
        Map<NodePlace, Hash> known = kept.read(needed);
        TreeHasher hasher = new TreeHasher();
        Map<NodePlace, Hash> found = HashMap.newHashMap(places.size());
        places.forEach(place -> found.computeIfAbsent(place, wanted -> compute(wanted, known, hasher)));
        return found;
    }

    private boolean keeps(NodePlace place) {
        return place.level() % step == 0;
    }

    private void collect(NodePlace place, Set<NodePlace> needed) {
        if (keeps(place)) {
            needed.add(place);
        } else {
            collect(place.left(), needed);
            collect(place.right(), needed);
        }
    }

    private Hash compute(NodePlace place, Map<NodePlace, Hash> known, TreeHasher hasher) {
        return keeps(place)
                ? place.in(known)
                : hasher.node(compute(place.left(), known, hasher), compute(place.right(), known, hasher));
    }
}
