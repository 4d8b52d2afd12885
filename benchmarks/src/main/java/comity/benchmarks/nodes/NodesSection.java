package comity.benchmarks.nodes;

import comity.benchmarks.Figure;
import comity.benchmarks.Findings;
import comity.benchmarks.Numbers;
import comity.benchmarks.Run;
import comity.benchmarks.Section;
import comity.benchmarks.Table;
import comity.benchmarks.load.Quantiles;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// How long a node takes to start, and what it holds in memory when it waits for work.
public final class NodesSection implements Section {
    private static final int PORT_BASE = 18_460;
    private static final Duration REST = Duration.ofSeconds(5);
    private static final double MEGABYTE = 1e6;

    @Override
    public char letter() {
        return 'E';
    }

    @Override
    public String title() {
        return "A node: start and memory";
    }

    @Override
    public Findings measure(Run run) throws Exception {
        run.say("a first start of three nodes, databases made new");
        Path settings;
        URI web;
        double first;
        try (Federation federation = Federation.start(run.folder(), PORT_BASE, "--no-seed")) {
            first = seconds(federation.took());
            settings = federation.folder("XA").resolve("node.yaml");
            web = URI.create(federation.node("XA").path("web").stringValue());
        }
        List<Start> starts = new ArrayList<>();
        for (int i = 1; i <= run.thorough(3, 2); i++) {
            run.say("one node, start " + i);
            starts.add(start(settings, web, run.folder().resolve("node-" + i + ".log")));
        }
        return found(first, starts);
    }

    private record Start(double seconds, double processorSeconds, double javaMegabytes, double databaseMegabytes) {}

    private static Start start(Path settings, URI web, Path log) throws Exception {
        try (StartedNode node = StartedNode.start(settings, web, log)) {
            Thread.sleep(REST);
            return new Start(
                    seconds(node.took()),
                    seconds(node.processorTime()),
                    node.javaMemory() / MEGABYTE,
                    node.databaseMemory() / MEGABYTE);
        }
    }

    private static Findings found(double first, List<Start> starts) {
        Figure start = figure("node.start", starts.stream().map(Start::seconds).toList(), "s");
        Figure processor = figure(
                "node.start.processor",
                starts.stream().map(Start::processorSeconds).toList(),
                "s");
        Figure java = figure(
                "node.memory.java", starts.stream().map(Start::javaMegabytes).toList(), "MB");
        Figure database = figure(
                "node.memory.database",
                starts.stream().map(Start::databaseMegabytes).toList(),
                "MB");
        Figure three = new Figure("demo.first-start", first, "s");
        Table table = new Table(
                "A node",
                List.of("what", "median"),
                List.of(
                        List.of("a start until it answers", shown(start)),
                        List.of("processor time of a start, database included", shown(processor)),
                        List.of("memory of the Java process at rest", shown(java)),
                        List.of("memory of its PostgreSQL at rest", shown(database)),
                        List.of("first start of three nodes, keys and databases made new", shown(three))));
        return new Findings(
                List.of(table),
                List.of(),
                List.of(start, processor, java, database, three),
                List.of("A node with its embedded PostgreSQL, the flags of production, nothing cached ahead of time;"
                        + " memory " + REST.toSeconds() + " s after it answers."));
    }

    private static Figure figure(String name, List<Double> values, String unit) {
        return new Figure(name, Quantiles.median(values), unit);
    }

    private static String shown(Figure figure) {
        return Numbers.shown(figure.value()) + " " + figure.unit();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
