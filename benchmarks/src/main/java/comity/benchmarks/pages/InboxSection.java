package comity.benchmarks.pages;

import comity.benchmarks.Figure;
import comity.benchmarks.Findings;
import comity.benchmarks.Growth;
import comity.benchmarks.Numbers;
import comity.benchmarks.Run;
import comity.benchmarks.Section;
import comity.benchmarks.Table;
import comity.benchmarks.load.LongList;
import comity.benchmarks.load.Quantiles;
import comity.benchmarks.nodes.Federation;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Time of the duty desk's page at a thousand, a hundred thousand and a million requests.
public final class InboxSection implements Section {
    private static final int PORT_BASE = 18_500;
    private static final String STATE = "XB";
    private static final String INBOX = "/desk";

    @Override
    public char letter() {
        return 'C';
    }

    @Override
    public String title() {
        return "The inbox as it grows";
    }

    @Override
    public Findings measure(Run run) throws Exception {
        run.say("bringing up two States with a few requests");
        try (Federation federation = Federation.start(run.folder(), PORT_BASE);
                Visitor officer = new Visitor(
                        URI.create(federation.node(STATE).path("web").stringValue()));
                Copies copies = Copies.in(federation.folder(STATE))) {
            signIn(officer, federation.node(STATE));
            List<Size> sizes = new ArrayList<>();
            for (long rows : run.thorough(List.of(1_000L, 100_000L, 1_000_000L), List.of(1_000L, 100_000L))) {
                run.say("filling to " + Numbers.shown(rows) + " requests");
                copies.fillTo(rows);
                Size size = measured(run, officer, copies.count());
                run.say("   p50 " + Numbers.shown(size.p50()) + " ms, p95 " + Numbers.shown(size.p95()) + " ms");
                sizes.add(size);
            }
            return found(sizes);
        }
    }

    private record Size(long rows, double p50, double p95, double p99, int bytes) {}

    private static void signIn(Visitor officer, JsonNode node) throws Exception {
        for (JsonNode person : node.path("people")) {
            if (person.path("role").asString("").equals("duty-officer")) {
                officer.signIn(
                        person.path("signIn").stringValue(),
                        person.path("password").stringValue());
                return;
            }
        }
        throw new IllegalStateException("No duty officer among the demo's people");
    }

    private static Size measured(Run run, Visitor officer, long rows) throws Exception {
        for (int i = 0; i < run.thorough(300, 150); i++) {
            officer.page(INBOX);
        }
        LongList times = new LongList();
        int bytes = 0;
        for (int i = 0; i < run.thorough(400, 200); i++) {
            long started = System.nanoTime();
            bytes = officer.page(INBOX).length();
            times.add(System.nanoTime() - started);
        }
        long[] sorted = times.sorted();
        return new Size(
                rows,
                Quantiles.of(sorted, 0.50) / 1e6,
                Quantiles.of(sorted, 0.95) / 1e6,
                Quantiles.of(sorted, 0.99) / 1e6,
                bytes);
    }

    private static Findings found(List<Size> sizes) {
        Table table = new Table(
                "The inbox, one reader, whole page over HTTP",
                List.of("requests", "p50 ms", "p95 ms", "p99 ms"),
                sizes.stream()
                        .map(size -> List.of(
                                Numbers.shown(size.rows()),
                                Numbers.shown(size.p50()),
                                Numbers.shown(size.p95()),
                                Numbers.shown(size.p99())))
                        .toList());
        List<Figure> figures = new ArrayList<>();
        for (Size size : sizes) {
            figures.add(new Figure("inbox." + size.rows() + ".p50", size.p50(), "ms"));
            figures.add(new Figure("inbox." + size.rows() + ".p95", size.p95(), "ms"));
        }
        Growth growth = new Growth(
                "The inbox page",
                "requests in the table",
                "ms",
                List.of(new Growth.Line("p50", points(sizes, false)), new Growth.Line("p95", points(sizes, true))));
        return new Findings(
                List.of(table),
                List.of(growth),
                figures,
                List.of("The page that a duty officer sees after signing in, sorted by time to breach, every request"
                        + " waiting for this desk: the worst case for it. Embedded PostgreSQL, one reader at a time."));
    }

    private static List<Growth.Point> points(List<Size> sizes, boolean p95) {
        return sizes.stream()
                .map(size -> new Growth.Point(size.rows(), p95 ? size.p95() : size.p50()))
                .toList();
    }
}
