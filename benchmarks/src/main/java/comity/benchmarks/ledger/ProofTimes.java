package comity.benchmarks.ledger;

import comity.benchmarks.Found;
import comity.benchmarks.Growth;
import comity.benchmarks.Numbers;
import comity.benchmarks.Run;
import comity.benchmarks.load.Measured;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;

/// How the time of proofs grows with the tree.
final class ProofTimes {
    private static final Map<String, String> WORDS = Map.of(
            "proveInclusion", "make inclusion proof",
            "checkInclusion", "check inclusion proof",
            "proveConsistency", "make consistency proof",
            "checkConsistency", "check consistency proof");
    /// In the order in which they are shown.
    private static final List<String> NAMES =
            List.of("proveInclusion", "checkInclusion", "proveConsistency", "checkConsistency");

    /// A machine is quicker at one moment than at another by more than one tree is higher than another. So all
    /// sizes are measured one after the other, and again, and the quickest time of each counts: what slows a proof
    /// now and then is never the proof.
    private static final int PASSES = 3;

    private ProofTimes() {}

    static void measure(Run run, Optional<TlogRival> rival, Found found) throws Exception {
        List<Integer> sizes = run.thorough(
                List.of(1_000, 10_000, 100_000, 1_000_000, 10_000_000), List.of(1_000, 100_000, 1_000_000));
        Map<String, Map<Integer, Double>> ours = new LinkedHashMap<>();
        Map<String, Map<Integer, Double>> theirs = new LinkedHashMap<>();
        for (int pass = 1; pass <= PASSES; pass++) {
            run.say("proofs in memory, pass " + pass + " of " + PASSES);
            measureOurs(run, sizes, ours);
            if (rival.isPresent()) {
                measureTheirs(run, rival.get(), sizes, theirs);
            }
        }
        List<Growth.Line> lines = new ArrayList<>();
        for (String name : NAMES) {
            lines.add(line(found, "ledger." + name, WORDS.get(name), points(ours.get(name))));
            Map<Integer, Double> beside = theirs.get(name);
            if (beside != null) {
                lines.add(line(found, "tlog." + name, "tlog: " + WORDS.get(name), points(beside)));
            }
        }
        found.table("Proofs in memory", headings(sizes), rows(lines));
        List<Growth.Line> drawn = new ArrayList<>(
                lines.stream().filter(line -> line.name().contains("inclusion")).toList());
        drawn.add(Growing.asLogarithm(lines.getFirst().points()));
        found.picture(new Growth("Inclusion proofs in memory", "leaves", "µs", drawn));
        found.note(
                "Proofs: the median of single calls, in the quickest of " + PASSES
                        + " passes over all sizes, so that a busy machine counts little; for leaves by chance, from"
                        + " hashes that lie packed in memory; a check includes the leaf's own hash. Growth is the time at"
                        + " the most leaves beside the time at the fewest, and the logarithm's is the ratio of the"
                        + " logarithms of these two sizes: a proof that has a step more for each doubling grows as it does."
                        + " A million leaves are 64 MB of hashes; what does not fit the processor's cache waits for the memory.");
    }

    private static void measureOurs(Run run, List<Integer> sizes, Map<String, Map<Integer, Double>> quickest)
            throws Exception {
        String[] words = sizes.stream().map(String::valueOf).toArray(String[]::new);
        for (RunResult result :
                Measured.of(run, Proving.class, Mode.SampleTime, TimeUnit.MICROSECONDS, rounds(run), words)) {
            int size = Integer.parseInt(result.getParams().getParam("size"));
            keepQuickest(quickest, Measured.name(result), size, Measured.median(result));
        }
    }

    private static void measureTheirs(
            Run run, TlogRival rival, List<Integer> sizes, Map<String, Map<Integer, Double>> quickest)
            throws Exception {
        for (int size : sizes) {
            TlogRival.Answer micros = rival.proofMicros(size, rounds(run), Measured.ROUND_MILLIS);
            NAMES.forEach(name -> keepQuickest(quickest, name, size, micros.median(name)));
        }
    }

    private static int rounds(Run run) {
        return Math.ceilDiv(Measured.rounds(run), PASSES);
    }

    private static void keepQuickest(Map<String, Map<Integer, Double>> quickest, String name, int size, double micros) {
        quickest.computeIfAbsent(name, _ -> new TreeMap<>()).merge(size, micros, Math::min);
    }

    private static List<Growth.Point> points(Map<Integer, Double> quickest) {
        return quickest.entrySet().stream()
                .map(one -> new Growth.Point(one.getKey(), one.getValue()))
                .toList();
    }

    private static Growth.Line line(Found found, String figure, String words, List<Growth.Point> points) {
        points.forEach(point -> found.figure(figure + "." + (long) point.size(), point.value(), "us"));
        return new Growth.Line(words, points);
    }

    static List<String> headings(List<? extends Number> sizes) {
        List<String> headings = new ArrayList<>(List.of("microseconds, at leaves:"));
        sizes.forEach(size -> headings.add(Numbers.shown(size.doubleValue())));
        headings.add("growth");
        return headings;
    }

    static List<List<String>> rows(List<Growth.Line> lines) {
        return lines.stream().map(ProofTimes::row).toList();
    }

    private static List<String> row(Growth.Line line) {
        List<String> row = new ArrayList<>(List.of(line.name()));
        line.points().forEach(point -> row.add(Numbers.shown(point.value())));
        row.add(Growing.of(line.points()).map(Growing::words).orElse("–"));
        return row;
    }
}
