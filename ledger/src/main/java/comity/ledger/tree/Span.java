package comity.ledger.tree;

import java.util.ArrayList;
import java.util.List;

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
        addPlaces(places);
        return places;
    }

    /// The same, behind others.
    void addPlaces(List<NodePlace> places) {
        long next = from;
        while (next < to) {
            int fits = 63 - Long.numberOfLeadingZeros(to - next);
            int level = Math.min(Long.numberOfTrailingZeros(next), fits);
            places.add(new NodePlace(level, next >> level));
            next += 1L << level;
        }
    }
}
