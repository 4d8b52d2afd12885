package comity.benchmarks.load;

import comity.benchmarks.Run;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/// Runs JMH in a process of its own, and reads its answers.
public final class Measured {
    /// A tree of ten million leaves, and room to work beside it.
    private static final String HEAP = "2g";

    /// Many short rounds, because their median is not moved by a moment in which the machine was busy.
    public static final int ROUND_MILLIS = 250;

    private Measured() {}

    public static int rounds(Run run) {
        return run.thorough(15, 7);
    }

    public static Collection<RunResult> of(Run run, Class<?> benchmarks, Mode mode, TimeUnit unit, String... sizes)
            throws RunnerException {
        return of(run, benchmarks, mode, unit, rounds(run), sizes);
    }

    /// The same with another number of rounds.
    public static Collection<RunResult> of(
            Run run, Class<?> benchmarks, Mode mode, TimeUnit unit, int rounds, String... sizes)
            throws RunnerException {
        var options = new OptionsBuilder()
                .include("^" + benchmarks.getName().replace(".", "\\.") + "\\.")
                .mode(mode)
                .timeUnit(unit)
                .forks(1)
                .warmupIterations(5)
                .warmupTime(TimeValue.milliseconds(run.thorough(600, 400)))
                .measurementIterations(rounds)
                .measurementTime(TimeValue.milliseconds(ROUND_MILLIS))
                .jvmArgsAppend(flags())
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        if (sizes.length > 0) {
            options.param("size", sizes);
        }
        return new Runner(options.build()).run();
    }

    private static String[] flags() {
        // JMH 1.37 still asks for addresses in a way that Java 25 warns about.
        List<String> flags = new ArrayList<>(List.of("--sun-misc-unsafe-memory-access=allow", "-Xmx" + HEAP));
        if (System.getProperty("os.name").equals("Linux")) {
            // Otherwise a large tree is spread over so many small pages that their addresses alone fill a cache.
            flags.add("-XX:+UseTransparentHugePages");
        }
        return flags.toArray(String[]::new);
    }

    public static String name(RunResult result) {
        String full = result.getParams().getBenchmark();
        return full.substring(full.lastIndexOf('.') + 1);
    }

    /// The median: of the rounds of a rate, of the single calls that were timed.
    public static double median(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }

    /// The time within which 99 of 100 single calls came back.
    public static double p99(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(99);
    }
}
