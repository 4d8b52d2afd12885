package comity.benchmarks.load;

import comity.benchmarks.Figure;
import comity.benchmarks.Numbers;
import comity.benchmarks.Run;
import comity.benchmarks.Table;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/// Closed loops at several widths, as one table: rate, spread, times, processor time for each letter.
public final class LoadTable {
    private static final Duration SLICE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = new JsonMapper();

    private final String title;
    private final String name;
    private final List<Load> loads = new ArrayList<>();

    /// @param name what its figures' names begin with
    public LoadTable(String title, String name) {
        this.title = title;
        this.name = name;
    }

    /// The loops that every exchange is measured with: 1, 8 and 64 senders.
    public static List<ClosedLoop.Plan> plans(Run run) {
        return Stream.of(1, 8, 64)
                .map(senders -> new ClosedLoop.Plan(senders, run.seconds(3, 1), 3, run.seconds(6, 3)))
                .toList();
    }

    /// Lets both ends run hot, so that none of the loops measures a compiler at work: until both compilers together
    /// are busy for less than a tenth of the time, and at most for four minutes.
    public static void warmUp(Run run, ChildJvm sender, List<ChildJvm> all) throws IOException {
        Duration most = run.seconds(240, 120);
        run.say("warming up until the compilers rest, at most " + most.toSeconds() + " s");
        Compilers compilers = new Compilers(all);
        for (Duration spent = Duration.ZERO; spent.compareTo(most) < 0; spent = spent.plus(SLICE)) {
            sender.ask("load " + new ClosedLoop.Plan(64, SLICE, 0, Duration.ofSeconds(1)).asWords());
            if (compilers.haveRested()) {
                return;
            }
        }
    }

    /// A loop's outcome and the processor time of every process that took part, for each letter, in milliseconds.
    public record Load(ClosedLoop.Outcome outcome, Optional<Double> processorMillis) {}

    /// Lets a child run a loop, and accounts for the processor time that all the children spent on it.
    public static Load measured(ClosedLoop.Plan plan, ChildJvm sender, List<ChildJvm> all) throws IOException {
        Optional<Duration> before = processorTime(all);
        var outcome = JSON.readValue(sender.ask("load " + plan.asWords()), ClosedLoop.Outcome.class);
        return new Load(outcome, each(before, processorTime(all), outcome.all()));
    }

    /// Milliseconds of processor time for each letter.
    public static Optional<Double> each(Optional<Duration> before, Optional<Duration> after, long letters) {
        return before.flatMap(then -> after.map(now -> now.minus(then)))
                .map(spent -> spent.toMillis() / (double) Math.max(1, letters));
    }

    /// Takes a row, and says in one line what it holds.
    public String add(Load load) {
        if (load.outcome().failures() > 0) {
            throw new IllegalStateException(load.outcome().failures() + " of " + title + " failed, the first with "
                    + load.outcome().firstFailure());
        }
        loads.add(load);
        return "%s letters/s, p50 %s ms, p99 %s ms"
                .formatted(
                        Numbers.shown(load.outcome().medianPerSecond()),
                        Numbers.shown(load.outcome().p50()),
                        Numbers.shown(load.outcome().p99()));
    }

    /// How many letters were answered, those of the warm-up too.
    public long all() {
        return loads.stream().mapToLong(load -> load.outcome().all()).sum();
    }

    public Table asTable() {
        return new Table(
                title,
                List.of("at a time", "letters/s (median)", "rounds", "p50 ms", "p99 ms", "processor ms each"),
                loads.stream().map(LoadTable::row).toList());
    }

    public List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (Load load : loads) {
            String prefix = name + "." + load.outcome().senders() + ".";
            figures.add(new Figure(prefix + "rate", load.outcome().medianPerSecond(), "1/s"));
            figures.add(new Figure(prefix + "p50", load.outcome().p50(), "ms"));
            figures.add(new Figure(prefix + "p99", load.outcome().p99(), "ms"));
            load.processorMillis().ifPresent(each -> figures.add(new Figure(prefix + "processor", each, "ms")));
        }
        return figures;
    }

    private static List<String> row(Load load) {
        ClosedLoop.Outcome outcome = load.outcome();
        return List.of(
                String.valueOf(outcome.senders()),
                Numbers.shown(outcome.medianPerSecond()),
                String.join(
                        " ", outcome.perSecond().stream().map(Numbers::shown).toList()),
                Numbers.shown(outcome.p50()),
                Numbers.shown(outcome.p99()),
                load.processorMillis().map(Numbers::shown).orElse("–"));
    }

    /// Processor time that children and everything below them have used, where the system tells.
    public static Optional<Duration> processorTime(List<ChildJvm> children) {
        Duration sum = Duration.ZERO;
        for (ChildJvm child : children) {
            Optional<Duration> time = child.processorTime();
            if (time.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(time.get());
        }
        return Optional.of(sum);
    }
}
