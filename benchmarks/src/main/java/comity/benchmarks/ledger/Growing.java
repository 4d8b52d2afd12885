package comity.benchmarks.ledger;

import comity.benchmarks.Growth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a time grew from the smallest tree to the largest, beside the logarithm of the size.
///
/// @param times the last value over the first
/// @param logarithm the logarithm of the last size over that of the first
record Growing(double times, double logarithm) {
    /// Empty when there are fewer than two points to compare.
    static Optional<Growing> of(List<Growth.Point> points) {
        if (points.size() < 2) {
            return Optional.empty();
        }
        Growth.Point first = points.getFirst();
        Growth.Point last = points.getLast();
        return Optional.of(new Growing(last.value() / first.value(), Math.log(last.size()) / Math.log(first.size())));
    }

    boolean isAtMostLogarithmic() {
        return times <= logarithm;
    }

    String words() {
        return String.format(
                Locale.ROOT,
                "%.2f ×, %s the logarithm's %.2f ×",
                times,
                isAtMostLogarithmic() ? "at most" : "more than",
                logarithm);
    }

    /// The line that begins where another does and grows as the logarithm.
    static Growth.Line asLogarithm(List<Growth.Point> points) {
        Growth.Point first = points.getFirst();
        return new Growth.Line(
                "the logarithm, for comparison",
                points.stream()
                        .map(point -> new Growth.Point(
                                point.size(), first.value() * Math.log(point.size()) / Math.log(first.size())))
                        .toList());
    }
}
