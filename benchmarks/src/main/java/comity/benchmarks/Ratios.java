package comity.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The comparisons that people quote. A row appears only when this run measured both sides of it.
final class Ratios {
    private static final List<Wanted> WANTED = List.of(
            new Wanted("letters per second, 1 sender, beside AS4", "comity.letters.1.rate", "as4.1.rate", "×", ""),
            new Wanted("letters per second, 8 senders, beside AS4", "comity.letters.8.rate", "as4.8.rate", "×", ""),
            new Wanted(
                    "letters per second, 64 senders, beside AS4",
                    "comity.letters.64.rate",
                    "as4.64.rate",
                    "×",
                    "at least 20"),
            new Wanted(
                    "a backlog after an outage, beside AS4 at 64 senders",
                    "comity.backlog.rate",
                    "as4.64.rate",
                    "×",
                    "at least 50"),
            new Wanted(
                    "AS4's median time to the receipt, 1 sender", "as4.1.p50", "comity.letters.1.p50", "× longer", ""),
            new Wanted(
                    "AS4's processor time for a letter, 64 senders",
                    "as4.64.processor",
                    "comity.letters.64.processor",
                    "× more",
                    ""),
            new Wanted(
                    "inbox page p95 at a million requests beside a thousand",
                    "inbox.1000000.p95",
                    "inbox.1000.p95",
                    "×",
                    "at most 1.5"),
            new Wanted(
                    "appends in memory, every hash kept, beside tlog", "ledger.appendAndKeep", "tlog.append", "×", ""),
            new Wanted(
                    "tlog's time to make an inclusion proof at a million leaves",
                    "tlog.proveInclusion.1000000",
                    "ledger.proveInclusion.1000000",
                    "× ours",
                    ""),
            new Wanted(
                    "tlog's time to check an inclusion proof at a million leaves",
                    "tlog.checkInclusion.1000000",
                    "ledger.checkInclusion.1000000",
                    "× ours",
                    ""),
            new Wanted(
                    "tlog's time to verify a log of a million leaves",
                    "tlog.audit.seconds",
                    "ledger.audit.seconds",
                    "× ours",
                    ""),
            new Wanted(
                    "making an inclusion proof at ten million leaves beside a thousand",
                    "ledger.proveInclusion.10000000",
                    "ledger.proveInclusion.1000",
                    "×",
                    "at most 2.33, the logarithm's"),
            new Wanted(
                    "checking one at ten million leaves beside a thousand",
                    "ledger.checkInclusion.10000000",
                    "ledger.checkInclusion.1000",
                    "×",
                    "at most 2.33, the logarithm's"),
            new Wanted(
                    "sealing a gibibyte, beside openssl, age and openssl again",
                    "tools.seal.seconds",
                    "evidence.seal.seconds",
                    "× as fast",
                    "at least 2.2"),
            new Wanted(
                    "the same, beside age alone",
                    "age.seal.seconds",
                    "evidence.seal.seconds",
                    "× as fast",
                    "at least 0.75"),
            new Wanted(
                    "the writer alone, written nowhere, beside the limit of the cores",
                    "limit.seconds",
                    "evidence.through.seconds",
                    "×",
                    "at least 0.9"),
            new Wanted(
                    "a bundle of small files verified, beside sha256sum -c",
                    "evidence.bundle.seconds",
                    "sha256sum.bundle.seconds",
                    "×",
                    "at most 1.2"),
            new Wanted(
                    "a sealed file pulled from another node, beside curl alone",
                    "curl.pull.seconds",
                    "evidence.pull.seconds",
                    "× as fast",
                    "at least 0.80"),
            new Wanted(
                    "conduct compared in two of 200 States, beside a scan of all provisions",
                    "law.match.rate",
                    "law.scan.rate",
                    "×",
                    "at least 50"));

    private record Wanted(String what, String of, String to, String unit, String target) {}

    private Ratios() {}

    static Table table(Report report) {
        List<List<String>> rows = new ArrayList<>();
        for (Wanted wanted : WANTED) {
            report.ratio(wanted.of(), wanted.to())
                    .ifPresent(ratio -> rows.add(List.of(
                            wanted.what(),
                            String.format(Locale.ROOT, ratio < 10 ? "%.2f %s" : "%.0f %s", ratio, wanted.unit()),
                            wanted.target())));
        }
        return new Table("Ratios", List.of("what", "measured", "target"), rows);
    }
}
