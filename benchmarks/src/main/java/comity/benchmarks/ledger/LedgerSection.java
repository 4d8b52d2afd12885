package comity.benchmarks.ledger;

import comity.benchmarks.Figure;
import comity.benchmarks.Findings;
import comity.benchmarks.Growth;
import comity.benchmarks.Numbers;
import comity.benchmarks.Run;
import comity.benchmarks.Section;
import comity.benchmarks.Table;
import comity.benchmarks.load.ClosedLoop;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.RunnerException;

/// Appends, proofs and audits of the ledger, in memory and durable.
public final class LedgerSection implements Section {
    private static final Map<String, String> WORDS = Map.of(
            "append", "tree alone",
            "hideAndAppend", "with salt and commitment",
            "proveInclusion", "make inclusion proof",
            "proveConsistency", "make consistency proof",
            "checkInclusion", "check inclusion proof",
            "checkConsistency", "check consistency proof");

    private final List<Table> tables = new ArrayList<>();
    private final List<Growth> pictures = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();

    @Override
    public char letter() {
        return 'D';
    }

    @Override
    public String title() {
        return "The ledger: appends, proofs, audits";
    }

    @Override
    public Findings measure(Run run) throws Exception {
        measureGrowth(run);
        measureProofs(run);
        measureAudit(run);
        measureDurable(run);
        return new Findings(tables, pictures, figures, notes(run));
    }

    private static List<String> notes(Run run) {
        return List.of(
                "In memory: one thread, JMH in a process of its own. An append is a leaf hash and on average one node"
                        + " hash.",
                "Durable: an embedded PostgreSQL that forces every commit to the disk; a leaf of 400 bytes with its"
                        + " salt, the new edge of the tree and a signed checkpoint in each transaction, which waiting"
                        + " works share.",
                "The audit reads all bundles and tiles of " + Numbers.shown(leaves(run))
                        + " leaves, which the operating system holds in memory, and computes every digest again.");
    }

    private static int leaves(Run run) {
        return run.thorough(1_000_000, 200_000);
    }

    private void measureGrowth(Run run) throws RunnerException {
        run.say("appends in memory");
        List<List<String>> rows = new ArrayList<>();
        for (RunResult result : Measured.of(run, TreeGrowth.class, Mode.Throughput, TimeUnit.SECONDS)) {
            String name = Measured.name(result);
            rows.add(List.of(WORDS.get(name), Numbers.shown(Measured.score(result))));
            figures.add(new Figure("ledger." + name, Measured.score(result), "1/s"));
        }
        tables.add(new Table("Appends in memory, one thread", List.of("what", "appends/s"), rows));
    }

    private void measureProofs(Run run) throws RunnerException {
        run.say("proofs in memory");
        String[] sizes =
                run.thorough(new String[] {"1000", "10000", "100000", "1000000"}, new String[] {"1000", "100000"});
        Map<String, List<Growth.Point>> lines = new LinkedHashMap<>();
        for (RunResult result : Measured.of(run, Proving.class, Mode.AverageTime, TimeUnit.MICROSECONDS, sizes)) {
            String size = result.getParams().getParam("size");
            String name = Measured.name(result);
            lines.computeIfAbsent(name, _ -> new ArrayList<>())
                    .add(new Growth.Point(Double.parseDouble(size), Measured.score(result)));
            figures.add(new Figure("ledger." + name + "." + size, Measured.score(result), "us"));
        }
        addLines("Proofs in memory", List.of(sizes), lines);
    }

    private void addLines(String title, List<String> sizes, Map<String, List<Growth.Point>> lines) {
        List<String> headings = new ArrayList<>(List.of("microseconds, at leaves:"));
        sizes.forEach(size -> headings.add(Numbers.shown(Double.parseDouble(size))));
        List<List<String>> rows = new ArrayList<>();
        List<Growth.Line> drawn = new ArrayList<>();
        lines.forEach((name, points) -> {
            List<String> row = new ArrayList<>(List.of(WORDS.getOrDefault(name, name)));
            points.forEach(point -> row.add(Numbers.shown(point.value())));
            rows.add(row);
            drawn.add(new Growth.Line(row.getFirst(), points));
        });
        tables.add(new Table(title, headings, rows));
        pictures.add(new Growth(title, "leaves", "us", drawn));
    }

    private void measureAudit(Run run) throws Exception {
        run.say("audit of a whole log");
        WholeLog log = WholeLog.published(run.folder().resolve("log"), leaves(run));
        double best = Double.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            best = Math.min(best, log.auditSeconds());
        }
        figures.add(new Figure("ledger.audit.seconds", best, "s"));
        figures.add(new Figure("ledger.published.bytes", log.bytesPerLeaf(), "B"));
        tables.add(new Table(
                "Audit of a published log (best of three)",
                List.of("leaves", "seconds", "published bytes for each leaf"),
                List.of(List.of(Numbers.shown(leaves(run)), Numbers.shown(best), Numbers.shown(log.bytesPerLeaf())))));
    }

    private void measureDurable(Run run) throws Exception {
        try (DurableLog log = DurableLog.started(run.folder())) {
            List<List<String>> rows = new ArrayList<>();
            for (int threads : List.of(1, 8, 64)) {
                run.say("durable appends by " + threads + " threads");
                ClosedLoop.Outcome outcome = log.appends(
                        new ClosedLoop.Plan(threads, run.seconds(3, 2), run.thorough(3, 2), run.seconds(4, 2)));
                if (outcome.failures() > 0) {
                    throw new IllegalStateException("An append failed: " + outcome.firstFailure());
                }
                rows.add(List.of(
                        String.valueOf(threads),
                        Numbers.shown(outcome.medianPerSecond()),
                        Numbers.shown(outcome.p50()),
                        Numbers.shown(outcome.p99())));
                figures.add(new Figure("ledger.durable." + threads + ".rate", outcome.medianPerSecond(), "1/s"));
                figures.add(new Figure("ledger.durable." + threads + ".p99", outcome.p99(), "ms"));
            }
            tables.add(
                    new Table("Durable appends", List.of("at a time", "appends/s (median)", "p50 ms", "p99 ms"), rows));
            measureDurableProofs(run, log);
        }
    }

    private void measureDurableProofs(Run run, DurableLog log) {
        List<Long> sizes = run.thorough(List.of(100_000L, 1_000_000L), List.of(100_000L));
        List<Growth.Point> points = new ArrayList<>();
        List<String> reached = new ArrayList<>();
        for (long size : sizes) {
            run.say("proofs from the database at " + Numbers.shown((double) size) + " leaves");
            log.growTo(size);
            double micros = log.proofMicros();
            points.add(new Growth.Point(size, micros));
            reached.add(Long.toString(size));
            figures.add(new Figure("ledger.proofFromDatabase." + size, micros, "us"));
        }
        addLines("Proofs from the database", reached, Map.of("make inclusion proof from the database", points));
    }
}
