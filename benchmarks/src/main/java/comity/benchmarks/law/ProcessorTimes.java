package comity.benchmarks.law;

import comity.benchmarks.load.Quantiles;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/// What single calls cost the processor. It holds on a busy machine too, where a call that waits for its turn takes
/// milliseconds by the clock and costs nothing.
final class ProcessorTimes {
    private final long[] sorted;

    private ProcessorTimes(long[] sorted) {
        this.sorted = sorted;
    }

    /// Calls so many times without counting, then so many times counted.
    static ProcessorTimes of(Matching matching, int warmUp, int counted) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] nanos = new long[counted];
        int answers = 0;
        for (int i = -warmUp; i < counted; i++) {
            long before = threads.getCurrentThreadCpuTime();
            answers += matching.match().ordinal();
            long after = threads.getCurrentThreadCpuTime();
            if (i >= 0) {
                nanos[i] = after - before;
            }
        }
        if (answers == 0) {
            throw new IllegalStateException("Every answer was the same");
        }
        Arrays.sort(nanos);
        return new ProcessorTimes(nanos);
    }

    double micros(double share) {
        return Quantiles.of(sorted, share) / 1e3;
    }
}
