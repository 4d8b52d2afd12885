package comity.ledger.tree;

import comity.ledger.Hash;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/// The proof that a log only grew: that the tree of one size is the beginning of the tree of another
/// (RFC 9162, 2.1.4).
///
/// @param fromSize how many leaves the older tree has
/// @param toSize how many leaves the newer tree has
/// @param path the hashes that lead from what both share to the two roots
public record ConsistencyProof(long fromSize, long toSize, List<Hash> path) {
    /// @throws IllegalArgumentException when the sizes cannot belong together, or the path is longer
    ///     than any proof is
    public ConsistencyProof {
        if (fromSize < 0 || fromSize > toSize || path.size() > InclusionProof.LONGEST_PATH) {
            throw new IllegalArgumentException(
                    "No proof goes from size " + fromSize + " to " + toSize + " with " + path.size() + " hashes");
        }
        path = List.copyOf(path);
    }

    /// Whether it shows that the tree with the second root begins with the tree with the first.
    public boolean proves(Hash fromRoot, Hash toRoot) {
        if (fromSize == 0) {
            return path.isEmpty() && fromRoot.equals(Hash.EMPTY_TREE) && (toSize > 0 || toRoot.equals(fromRoot));
        }
        if (fromSize == toSize) {
            return path.isEmpty() && fromRoot.equals(toRoot);
        }
        return !path.isEmpty() && climbs(fromRoot, toRoot);
    }

    /// The root that the tree of `toRoot` had at the older size, as far as this proof shows it: when it
    /// leads to `toRoot`, and the older tree is not one subtree of the newer, so that its root can be
    /// computed from the path alone. Whoever holds another signed root of that size holds the proof of
    /// a fork.
    public Optional<Hash> rootBefore(Hash toRoot) {
        if (fromSize == 0 || fromSize == toSize || Long.bitCount(fromSize) == 1 || path.isEmpty()) {
            return Optional.empty();
        }
        return climb(path.getFirst())
                .filter(roots -> roots.newer().equals(toRoot))
                .map(Roots::older);
    }

    private boolean climbs(Hash fromRoot, Hash toRoot) {
        return climb(fromRoot).filter(new Roots(fromRoot, toRoot)::equals).isPresent();
    }

    /// What a path leads to.
    private record Roots(Hash older, Hash newer) {}

    /// Climbs from the last subtree of the older tree to both roots; empty when the path is too long or
    /// too short.
    ///
    /// @param fromRoot is used when the older tree is one subtree of the newer
    private Optional<Roots> climb(Hash fromRoot) {
        TreeHasher hasher = new TreeHasher();
        Iterator<Hash> steps = path.iterator();
        // A tree of 2^n leaves is one subtree of every larger tree, so its root is the first hash and is not sent.
        Hash start = Long.bitCount(fromSize) == 1 ? fromRoot : steps.next();
        int skipped = Long.numberOfTrailingZeros(fromSize);
        long node = (fromSize - 1) >> skipped;
        long last = (toSize - 1) >> skipped;
        Hash older = start;
        Hash newer = start;
        while (steps.hasNext()) {
            Hash beside = steps.next();
            if (last == 0) {
                return Optional.empty();
            }
            if ((node & 1) == 1 || node == last) {
                older = hasher.node(beside, older);
                newer = hasher.node(beside, newer);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                newer = hasher.node(newer, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 ? Optional.of(new Roots(older, newer)) : Optional.empty();
    }
}
