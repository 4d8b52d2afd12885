package comity.benchmarks.load;

import java.util.Collection;

/// Medians and other quantiles: the value at that share of the sorted values, never an interpolation.
public final class Quantiles {
    private Quantiles() {}

    /// The quantile of sorted values; 0 when there are none.
    public static long of(long[] sorted, double share) {
        if (sorted.length == 0) {
            return 0;
        }
        int place = (int) Math.ceil(share * sorted.length) - 1;
        return sorted[Math.clamp(place, 0, sorted.length - 1)];
    }

    /// The middle value; of an even number of values the mean of the two in the middle; 0 when there are none.
    public static double median(Collection<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        if (sorted.length == 0) {
            return 0;
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
