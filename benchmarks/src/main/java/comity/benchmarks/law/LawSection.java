package comity.benchmarks.law;

import comity.benchmarks.Findings;
import comity.benchmarks.Found;
import comity.benchmarks.Numbers;
import comity.benchmarks.Run;
import comity.benchmarks.Section;
import comity.benchmarks.load.Measured;
import comity.benchmarks.spread.SpreadTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;

/// Whether conduct is punishable in two States, and what may be asked, with every State's book in memory; the same as a
/// page; and how fast what the registry publishes is in every node.
public final class LawSection implements Section {
    private static final Map<String, String> WORDS = Map.of(
            "match", "indexed, with table and reasons", "scan", "all provisions looked through, the answer only");

    @Override
    public char letter() {
        return 'G';
    }

    @Override
    public String title() {
        return "The law: what may be asked, conduct compared in two States, and a change on its way into every node";
    }

    @Override
    public Findings measure(Run run) throws Exception {
        Found found = new Found();
        run.say("conduct compared in two of " + Matching.STATES + " States");
        List<List<String>> rows = new ArrayList<>();
        for (RunResult result : Measured.of(run, Matching.class, Mode.SampleTime, TimeUnit.MICROSECONDS)) {
            String name = Measured.name(result);
            double median = Measured.median(result);
            double p99 = Measured.p99(result);
            double rate = 1e6 / result.getPrimaryResult().getScore();
            found.figure("law." + name + ".rate", rate, "1/s");
            found.figure("law." + name + ".p50", median / 1000, "ms");
            found.figure("law." + name + ".p99", p99 / 1000, "ms");
            rows.add(List.of(
                    WORDS.getOrDefault(name, name), Numbers.shown(rate), Numbers.shown(median), Numbers.shown(p99)));
        }
        run.say("whether something may be asked");
        for (RunResult result : Measured.of(run, Asking.class, Mode.SampleTime, TimeUnit.MICROSECONDS)) {
            double rate = 1e6 / result.getPrimaryResult().getScore();
            found.figure("law.ask.rate", rate, "1/s");
            found.figure("law.ask.p99", Measured.p99(result) / 1000, "ms");
            rows.add(List.of(
                    "may it be asked, the whole answer",
                    Numbers.shown(rate),
                    Numbers.shown(Measured.median(result)),
                    Numbers.shown(Measured.p99(result))));
        }
        Matching matching = new Matching();
        matching.draw();
        ProcessorTimes times = ProcessorTimes.of(matching, run.thorough(100_000, 40_000), 100_000);
        found.figure("law.match.processor.p99", times.micros(0.99) / 1000, "ms");
        rows.add(List.of(
                "the first again, in processor time",
                "–",
                Numbers.shown(times.micros(0.5)),
                Numbers.shown(times.micros(0.99))));
        found.table("Answers", List.of("what", "answers/s", "median µs", "p99 µs"), rows);
        found.note(
                "%d States with %d provisions each, drawn by chance that always falls the same way; conduct of one to"
                                .formatted(Matching.STATES, Matching.PROVISIONS)
                        + " three acts, each seen as one or two offences; another question each time; one thread. A test"
                        + " holds that the scan gives the same answers. On a busy machine the p99 by the clock is that of waiting"
                        + " for a turn; processor time leaves the waiting out.");
        SpreadTimes.measure(run, found, AskPage.measure(run, found));
        return found.all();
    }
}
