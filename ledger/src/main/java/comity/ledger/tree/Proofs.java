package comity.ledger.tree;

import comity.ledger.Hash;
import java.util.ArrayList;
import java.util.List;

/// Makes proofs from kept hashes. Reads at most a few hashes for each level of the tree, all in one call.
///
/// Both kinds of proof are a way down the tree that names, at each fork, the side that was not taken. So the way
/// is walked twice: once over sizes alone from the root down, to learn which spans are needed, and once from the leaf
/// up, to turn the spans into hashes.
public final class Proofs {
    private final HashSource source;

    public Proofs(HashSource source) {
        this.source = source;
    }

    /// Proves that a leaf is in the tree of a size (RFC 9162, 2.1.3.1).
    ///
    /// @throws IllegalArgumentException when a tree of this size has no such leaf
    public InclusionProof inclusion(long index, long treeSize) {
        if (index < 0 || index >= treeSize) {
            throw new IllegalArgumentException("A tree of " + treeSize + " leaves has no leaf " + index);
        }
        List<Span> way = new ArrayList<>();
        Span here = new Span(0, treeSize);
        while (here.length() > 1) {
            boolean goesLeft = index < here.middle();
            way.add(goesLeft ? here.right() : here.left());
            here = goesLeft ? here.left() : here.right();
        }
        return new InclusionProof(index, treeSize, hashes(way.reversed()));
    }

    /// Proves that the tree of one size is the beginning of the tree of another (RFC 9162, 2.1.4.1).
    ///
    /// @throws IllegalArgumentException when the first size is not between 0 and the second
    public ConsistencyProof consistency(long fromSize, long toSize) {
        if (fromSize < 0 || fromSize > toSize) {
            throw new IllegalArgumentException("A tree of " + fromSize + " leaves does not begin one of " + toSize);
        }
        if (fromSize == 0 || fromSize == toSize) {
            return new ConsistencyProof(fromSize, toSize, List.of());
        }
        List<Span> way = new ArrayList<>();
        Span here = new Span(0, toSize);
        while (here.to() != fromSize) {
            boolean goesLeft = fromSize <= here.middle();
            way.add(goesLeft ? here.right() : here.left());
            here = goesLeft ? here.left() : here.right();
        }
        if (here.from() > 0) {
            // The old tree is not one subtree of the new one, so the verifier does not hold this hash yet.
            way.add(here);
        }
        return new ConsistencyProof(fromSize, toSize, hashes(way.reversed()));
    }

    /// The root that the tree had at a size.
    public Hash root(long treeSize) {
        if (treeSize < 0) {
            throw new IllegalArgumentException("A tree has no negative size: " + treeSize);
        }
        return treeSize == 0
                ? Hash.EMPTY_TREE
                : hashes(List.of(new Span(0, treeSize))).getFirst();
    }

    /// The right edge that the tree had at a size: what is needed to go on from there.
    public Frontier frontier(long treeSize) {
        return Frontier.of(treeSize, source.read(new Span(0, treeSize).places()));
    }

    private List<Hash> hashes(List<Span> spans) {
        List<NodePlace> places = new ArrayList<>();
        int[] ends = new int[spans.size()];
        for (int i = 0; i < ends.length; i++) {
            spans.get(i).addPlaces(places);
            ends[i] = places.size();
        }
        List<Hash> known = source.read(places);
        TreeHasher hasher = new TreeHasher();
        List<Hash> hashes = new ArrayList<>(ends.length);
        int begin = 0;
        for (int end : ends) {
            hashes.add(Frontier.fold(hasher, known.subList(begin, end)));
            begin = end;
        }
        return hashes;
    }
}
