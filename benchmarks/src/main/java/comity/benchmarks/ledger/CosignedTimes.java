package comity.benchmarks.ledger;

import comity.benchmarks.Found;
import comity.benchmarks.Numbers;
import comity.benchmarks.Run;
import comity.benchmarks.Section.CannotRun;
import comity.benchmarks.load.LongList;
import comity.benchmarks.load.Quantiles;
import comity.benchmarks.nodes.Federation;
import comity.node.settings.LedgerRhythm;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// From an act at a running node to a published checkpoint that covers its leaf and that both other
/// nodes have signed.
final class CosignedTimes {
    private static final int PORT_BASE = 18_540;
    private static final String STATE = "XB";
    private static final int OTHER_NODES = 2;
    private static final int WARM_UP = 5;
    /// The demo's nodes have no other.
    private static final int RHYTHM_MILLIS =
            Math.toIntExact(LedgerRhythm.AT_ONCE.every().toMillis());
    private static final long GLANCE_MILLIS = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Official official;
    private final LongList fromCall = new LongList();
    private final LongList fromAnswer = new LongList();

    private CosignedTimes(Official official) {
        this.official = official;
    }

    /// @throws CannotRun when the nodes do not come up
    static void measure(Run run, Found found) throws CannotRun, IOException, InterruptedException {
        run.say("bringing up three nodes for cosigned checkpoints");
        try (Federation federation = started(run);
                Official official = Official.of(federation.node(STATE))) {
            int samples = run.thorough(200, 30);
            run.say(samples + " leaves until they are cosigned");
            CosignedTimes times = new CosignedTimes(official);
            times.take(samples);
            times.report(found);
        }
    }

    private static Federation started(Run run) throws CannotRun, InterruptedException {
        try {
            return Federation.start(run.folder(), PORT_BASE);
        } catch (IOException e) {
            throw new CannotRun("the demo's three nodes did not come up (" + e.getMessage() + ")");
        }
    }

    private void take(int samples) throws IOException, InterruptedException {
        Random chance = new Random(5);
        String reference = official.aRequestToTake();
        for (int i = -WARM_UP; i < samples; i++) {
            // Without a pause by chance each act would meet the node's rhythm at the same place.
            Thread.sleep(chance.nextInt(RHYTHM_MILLIS));
            long called = System.nanoTime();
            official.take(reference);
            long answered = System.nanoTime();
            awaitCosigned(official.leavesUpTo(reference));
            long cosigned = System.nanoTime();
            if (i >= 0) {
                fromCall.add(cosigned - called);
                fromAnswer.add(cosigned - answered);
            }
        }
    }

    private void awaitCosigned(long size) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!CosignedHead.read(official.checkpoint()).isSignedBy(OTHER_NODES, size)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("No checkpoint of " + size + " leaves was cosigned");
            }
            Thread.sleep(GLANCE_MILLIS);
        }
    }

    private void report(Found found) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row("from the call of the act", fromCall));
        rows.add(row("from its answer, when the leaf is durable", fromAnswer));
        found.table(
                "From an append to a checkpoint that both other nodes have signed",
                List.of("milliseconds", "p50", "p99", "slowest"),
                rows);
        found.figure("ledger.cosigned.p50", millis(fromCall, 0.50), "ms");
        found.figure("ledger.cosigned.p99", millis(fromCall, 0.99), "ms");
        found.note(
                "Cosigned: " + fromCall.size() + " acts of an official through the API of a running node, at moments by"
                        + " chance, until the checkpoint that the node publishes covers the act's leaf and bears the lines of both"
                        + " other nodes; looked at every " + GLANCE_MILLIS
                        + " ms. Up to half a second of it is the node's rhythm:"
                        + " it rests " + RHYTHM_MILLIS
                        + " ms between two looks for new leaves, so that leaves share checkpoints.");
    }

    private static List<String> row(String what, LongList times) {
        return List.of(
                what,
                Numbers.shown(millis(times, 0.50)),
                Numbers.shown(millis(times, 0.99)),
                Numbers.shown(millis(times, 1.0)));
    }

    private static double millis(LongList times, double share) {
        return Quantiles.of(times.sorted(), share) / 1e6;
    }
}
