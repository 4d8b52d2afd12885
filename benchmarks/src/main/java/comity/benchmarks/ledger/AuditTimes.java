package comity.benchmarks.ledger;

import comity.benchmarks.Found;
import comity.benchmarks.Numbers;
import comity.benchmarks.Run;
import comity.benchmarks.load.Quantiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Verifying a whole published log, and what its files weigh.
final class AuditTimes {
    private static final int LEAVES = 1_000_000;

    private AuditTimes() {}

    static void measure(Run run, Optional<TlogRival> rival, Found found) throws Exception {
        run.say("audit of a whole log of " + Numbers.shown(LEAVES) + " leaves");
        Path folder = run.folder().resolve("log");
        WholeLog log = WholeLog.published(folder, LEAVES);
        int rounds = run.thorough(7, 3);
        List<Double> seconds = new ArrayList<>();
        double first = log.auditSeconds();
        for (int i = 0; i < rounds; i++) {
            seconds.add(log.auditSeconds());
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("ours", Numbers.shown(Quantiles.median(seconds)), Numbers.shown(first)));
        found.figure("ledger.audit.seconds", Quantiles.median(seconds), "s");
        found.figure("ledger.audit.first", first, "s");
        if (rival.isPresent()) {
            double theirs = rival.get().auditSeconds(folder, log.verifierKey(), rounds);
            rows.add(List.of("tlog", Numbers.shown(theirs), "–"));
            found.figure("tlog.audit.seconds", theirs, "s");
        }
        found.figure("ledger.published.bytes", log.bytesPerLeaf(), "B");
        found.table(
                "A published log of " + Numbers.shown(LEAVES) + " leaves verified; under 2 s is wanted",
                List.of("by", "seconds (median)", "the first time"),
                rows);
        found.table(
                "Bytes on disk for each leaf, published",
                List.of("what", "bytes"),
                List.of(List.of("entries, tiles and checkpoint", Numbers.shown(log.bytesPerLeaf()))));
        found.note(
                "Verifying a log reads all its entries and tiles, which the operating system holds in memory, computes"
                        + " every digest again, and compares every tile and the root. The first time is that of a program that"
                        + " has just started, whose compiler is still at work. The rival verifies the same folder.");
    }
}
