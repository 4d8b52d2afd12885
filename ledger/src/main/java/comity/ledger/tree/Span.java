package comity.ledger.tree;

import comity.ledger.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The leaves from one index up to, and not including, another: what one hash of a proof stands for.
record Span(long from, long to) {
    long length() {
        return to - from;
    }

    /// Where RFC 6962 cuts it: after the largest power of two that is smaller than its length.
    long middle() {
        return from + Long.highestOneBit(length() - 1);
    }

    Span left() {
        return new Span(from, middle());
    }

    Span right() {
        return new Span(middle(), to);
    }

    /// The complete subtrees it is made of, from left to right.
    List<NodePlace> places() {
        List<NodePlace> places = new ArrayList<>();
        long next = from;
        while (next < to) {
            int fits = 63 - Long.numberOfLeadingZeros(to - next);
            int level = Math.min(Long.numberOfTrailingZeros(next), fits);
            places.add(new NodePlace(level, next >> level));
            next += 1L << level;
        }
        return places;
    }

    Hash hash(TreeHasher hasher, Map<NodePlace, Hash> known) {
        return Frontier.fold(
                hasher, places().stream().map(place -> place.in(known)).toList());
    }
}
