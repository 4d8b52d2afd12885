package comity.benchmarks.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A closed loop: a fixed number of senders, each of which sends the next letter when the last one is answered.
///
/// A warm-up comes first and is not counted. Then follow rounds of equal length; the rate is given for each round, so
/// that the report can name the median and show the spread.
public final class ClosedLoop {
    private ClosedLoop() {}

    /// One call of a sender: sends a letter and waits until it is answered and durable.
    @FunctionalInterface
    public interface Call {
        void run(int sender, long number) throws Exception;
    }

    /// How a loop runs.
    public record Plan(int senders, Duration warmUp, int rounds, Duration round) {
        Duration whole() {
            return warmUp.plus(round.multipliedBy(rounds));
        }

        /// The plan as words of a command line.
        public String asWords() {
            return senders + " " + warmUp.toMillis() + " " + rounds + " " + round.toMillis();
        }

        @Override
        public String toString() {
            return "%d at a time, %d rounds of %d s".formatted(senders, rounds, round.toSeconds());
        }

        public static Plan ofWords(List<String> words) {
            return new Plan(
                    Integer.parseInt(words.get(0)),
                    Duration.ofMillis(Long.parseLong(words.get(1))),
                    Integer.parseInt(words.get(2)),
                    Duration.ofMillis(Long.parseLong(words.get(3))));
        }
    }

    /// What a loop measured. Times are in milliseconds; `all` counts every good answer, those of the warm-up too.
    public record Outcome(
            int senders,
            long all,
            long failures,
            @Nullable String firstFailure,
            List<Double> perSecond,
            double p50,
            double p99,
            double slowest) {
        public double medianPerSecond() {
            return Quantiles.median(perSecond);
        }
    }

    public static Outcome run(Plan plan, Call call) throws InterruptedException {
        long start = System.nanoTime();
        long counted = start + plan.warmUp().toNanos();
        long end = start + plan.whole().toNanos();
        AtomicLong number = new AtomicLong();
        List<Sender> senders = new ArrayList<>();
        for (int i = 0; i < plan.senders(); i++) {
            senders.add(new Sender(i, number, call, end));
        }
        List<Thread> threads = senders.stream()
                .map(sender ->
                        Thread.ofPlatform().name("sender-" + sender.index).start(sender))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        return summarised(plan, counted, senders);
    }

    private static Outcome summarised(Plan plan, long counted, List<Sender> senders) {
        long[] inRound = new long[plan.rounds()];
        LongList times = new LongList();
        long all = 0;
        long failures = 0;
        @Nullable String firstFailure = null;
        for (Sender sender : senders) {
            all += sender.ends.size();
            failures += sender.failures;
            firstFailure = firstFailure == null ? sender.firstFailure : firstFailure;
            for (int i = 0; i < sender.ends.size(); i++) {
                long round =
                        Math.floorDiv(sender.ends.get(i) - counted, plan.round().toNanos());
                if (round >= 0 && round < plan.rounds()) {
                    inRound[(int) round]++;
                    times.add(sender.times.get(i));
                }
            }
        }
        double seconds = plan.round().toNanos() / 1e9;
        List<Double> rates =
                Arrays.stream(inRound).mapToObj(count -> count / seconds).toList();
        long[] sorted = times.sorted();
        return new Outcome(
                plan.senders(),
                all,
                failures,
                firstFailure,
                rates,
                Quantiles.of(sorted, 0.50) / 1e6,
                Quantiles.of(sorted, 0.99) / 1e6,
                Quantiles.of(sorted, 1.0) / 1e6);
    }

    private static final class Sender implements Runnable {
        private final int index;
        private final AtomicLong number;
        private final Call call;
        private final long end;
        private final LongList ends = new LongList();
        private final LongList times = new LongList();
        private long failures;
        private @Nullable String firstFailure;

        Sender(int index, AtomicLong number, Call call, long end) {
            this.index = index;
            this.number = number;
            this.call = call;
            this.end = end;
        }

        @Override
        public void run() {
            while (System.nanoTime() < end) {
                long started = System.nanoTime();
                try {
                    call.run(index, number.getAndIncrement());
                } catch (InterruptedException e) {
                    return;
                } catch (Exception e) {
                    failures++;
                    firstFailure = firstFailure == null ? e.toString() : firstFailure;
                    continue;
                }
                long ended = System.nanoTime();
                ends.add(ended);
                times.add(ended - started);
            }
        }
    }
}
