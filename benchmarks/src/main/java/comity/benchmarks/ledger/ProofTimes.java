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

    private ProofTimes() {}

    static void measure(Run run, Optional<TlogRival> rival, Found found) throws Exception {
        List<Integer> sizes = run.thorough(
                List.of(1_000, 10_000, 100_000, 1_000_000, 10_000_000), List.of(1_000, 100_000, 1_000_000));
        Map<String, List<Growth.Point>> ours = ours(run, sizes);
        Map<String, List<Growth.Point>> theirs = rival.isPresent() ? theirs(run, rival.get(), sizes) : Map.of();
        List<Growth.Line> lines = new ArrayList<>();
        for (String name : NAMES) {
            lines.add(line(found, "ledger." + name, WORDS.get(name), ours.get(name)));
            List<Growth.Point> beside = theirs.get(name);
            if (beside != null) {
                lines.add(line(found, "tlog." + name, "tlog: " + WORDS.get(name), beside));
            }
        }
        found.table("Proofs in memory", headings(sizes), rows(lines));
        List<Growth.Line> drawn = new ArrayList<>(
                lines.stream().filter(line -> line.name().contains("inclusion")).toList());
        drawn.add(Growing.asLogarithm(lines.getFirst().points()));
        found.picture(new Growth("Inclusion proofs in memory", "leaves", "µs", drawn));
        found.note(
                "Proofs: the median of single calls, so that a busy machine counts little; for leaves by chance, from"
                        + " hashes that lie packed in memory; a check includes the leaf's own hash. Growth is the time at"
                        + " the most leaves beside the time at the fewest, and the logarithm's is the ratio of the"
                        + " logarithms of these two sizes: a proof that has a step more for each doubling grows as it does."
                        + " A million leaves are 64 MB of hashes; what does not fit the processor's cache waits for the memory.");
    }

    private static Map<String, List<Growth.Point>> ours(Run run, List<Integer> sizes) throws Exception {
        run.say("proofs in memory");
        String[] words = sizes.stream().map(String::valueOf).toArray(String[]::new);
        Map<String, List<Growth.Point>> lines = new LinkedHashMap<>();
        for (RunResult result : Measured.of(run, Proving.class, Mode.SampleTime, TimeUnit.MICROSECONDS, words)) {
            double size = Double.parseDouble(result.getParams().getParam("size"));
            add(lines, Measured.name(result), size, Measured.median(result));
        }
        return lines;
    }

    private static Map<String, List<Growth.Point>> theirs(Run run, TlogRival rival, List<Integer> sizes)
            throws Exception {
        run.say("the rival's proofs in memory");
        Map<String, List<Growth.Point>> lines = new LinkedHashMap<>();
        for (int size : sizes) {
            TlogRival.Answer micros = rival.proofMicros(size, Measured.rounds(run), Measured.ROUND_MILLIS);
            NAMES.forEach(name -> add(lines, name, size, micros.median(name)));
        }
        return lines;
    }

    private static void add(Map<String, List<Growth.Point>> lines, String name, double size, double micros) {
        lines.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Growth.Point(size, micros));
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
