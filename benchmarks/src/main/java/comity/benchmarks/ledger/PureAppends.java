package comity.benchmarks.ledger;

import comity.benchmarks.Found;
import comity.benchmarks.Numbers;
import comity.benchmarks.Run;
import comity.benchmarks.load.Measured;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;

/// Appends as a library, without a database.
final class PureAppends {
    private static final Map<String, String> WORDS = Map.of(
            "append", "the edge of the tree",
            "appendAndKeep", "every hash kept",
            "hideAndAppend", "the edge, with salt and commitment before it");

    private PureAppends() {}

    static void measure(Run run, Optional<TlogRival> rival, Found found) throws Exception {
        run.say("appends in memory");
        List<List<String>> rows = new ArrayList<>();
        for (RunResult result : Measured.of(run, TreeGrowth.class, Mode.Throughput, TimeUnit.SECONDS)) {
            String name = Measured.name(result);
            rows.add(row(WORDS.get(name), Measured.median(result)));
            found.figure("ledger." + name, Measured.median(result), "1/s");
        }
        if (rival.isPresent()) {
            double rate = rival.get()
                    .appends(
                            TreeGrowth.LEAVES,
                            run.thorough(9, 5),
                            TreeGrowth.grown(new PackedTree(TreeGrowth.LEAVES), TreeGrowth.LEAVES));
            rows.add(row("tlog, every hash kept", rate));
            found.figure("tlog.append", rate, "1/s");
        }
        found.table(
                "Appends in memory, one thread; at least 500 000 are wanted",
                List.of("what", "appends/s (median)"),
                rows);
        found.note(
                "In memory: one thread, JMH in a process of its own. An append is a leaf hash and on average one node"
                        + " hash. Where every hash is kept, a tree of a million leaves grows from nothing; the rival's must have"
                        + " the same root.");
    }

    private static List<String> row(String what, double rate) {
        return List.of(what, Numbers.shown(rate));
    }
}
