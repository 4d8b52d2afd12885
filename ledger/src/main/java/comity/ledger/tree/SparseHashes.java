package comity.ledger.tree;

import comity.ledger.Hash;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

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
    public List<Hash> read(List<NodePlace> places) {
        List<NodePlace> needed = new ArrayList<>();
        places.forEach(place -> collect(place, needed));
        // Computing goes down the same ways in the same order as collecting did, and so takes one hash after the other.
        Iterator<Hash> known = kept.read(needed).iterator();
        TreeHasher hasher = new TreeHasher();
        return places.stream().map(place -> compute(place, known, hasher)).toList();
    }

    private boolean keeps(NodePlace place) {
        return place.level() % step == 0;
    }

    private void collect(NodePlace place, List<NodePlace> needed) {
        if (keeps(place)) {
            needed.add(place);
        } else {
            collect(place.left(), needed);
            collect(place.right(), needed);
        }
    }

    private Hash compute(NodePlace place, Iterator<Hash> known, TreeHasher hasher) {
        return keeps(place)
                ? known.next()
                : hasher.node(compute(place.left(), known, hasher), compute(place.right(), known, hasher));
    }
}
