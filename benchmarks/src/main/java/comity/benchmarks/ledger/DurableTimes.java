package comity.benchmarks.ledger;

import comity.benchmarks.Found;
import comity.benchmarks.Growth;
import comity.benchmarks.Numbers;
import comity.benchmarks.Run;
import comity.benchmarks.load.ClosedLoop;
import java.util.ArrayList;
import java.util.List;

/// Appends, proofs and weight of a journal that keeps every commit.
final class DurableTimes {
    private DurableTimes() {}

    static void measure(Run run, Found found) throws Exception {
        try (DurableLog log = DurableLog.started(run.folder())) {
            appends(run, log, found);
            proofs(run, log, found);
            weight(log, found);
        }
        found.note("Durable: an embedded PostgreSQL that forces every commit to the disk; a leaf whose event has "
                + DurableLog.EVENT_BYTES
                + " bytes with its salt, the new edge of the tree and a signed checkpoint in each"
                + " transaction, which waiting works share.");
    }

    private static void appends(Run run, DurableLog log, Found found) throws InterruptedException {
        List<List<String>> rows = new ArrayList<>();
        for (int threads : List.of(1, 8, 64)) {
            run.say("durable appends by " + threads + " threads");
            ClosedLoop.Outcome outcome =
                    log.appends(new ClosedLoop.Plan(threads, run.seconds(3, 2), run.thorough(3, 2), run.seconds(4, 2)));
            if (outcome.failures() > 0) {
                throw new IllegalStateException("An append failed: " + outcome.firstFailure());
            }
            rows.add(List.of(
                    String.valueOf(threads),
                    Numbers.shown(outcome.medianPerSecond()),
                    Numbers.shown(outcome.p50()),
                    Numbers.shown(outcome.p99())));
            found.figure("ledger.durable." + threads + ".rate", outcome.medianPerSecond(), "1/s");
            found.figure("ledger.durable." + threads + ".p99", outcome.p99(), "ms");
        }
        found.table("Durable appends", List.of("at a time", "appends/s (median)", "p50 ms", "p99 ms"), rows);
    }

    private static void proofs(Run run, DurableLog log, Found found) {
        List<Long> sizes = run.thorough(List.of(100_000L, 1_000_000L), List.of(100_000L));
        List<Growth.Point> points = new ArrayList<>();
        for (long size : sizes) {
            run.say("proofs from the database at " + Numbers.shown((double) size) + " leaves");
            log.growTo(size);
            double micros = log.proofMicros();
            points.add(new Growth.Point(size, micros));
            found.figure("ledger.proofFromDatabase." + size, micros, "us");
        }
        Growth.Line line = new Growth.Line("make inclusion proof", points);
        found.table("Proofs from the database", ProofTimes.headings(sizes), ProofTimes.rows(List.of(line)));
        found.picture(new Growth("Proofs from the database", "leaves", "µs", List.of(line)));
    }

    private static void weight(DurableLog log, Found found) throws Exception {
        DurableLog.Weight weight = log.weight();
        found.table(
                "Bytes on disk for each leaf, in the database with an event of " + DurableLog.EVENT_BYTES + " bytes",
                List.of("what", "bytes"),
                List.of(
                        List.of("the leaf's row and its indexes", Numbers.shown(weight.leaf())),
                        List.of("roots of subtrees", Numbers.shown(weight.subtree())),
                        List.of("together", Numbers.shown(weight.leaf() + weight.subtree()))));
        found.figure("ledger.database.bytes", weight.leaf() + weight.subtree(), "B");
    }
}
