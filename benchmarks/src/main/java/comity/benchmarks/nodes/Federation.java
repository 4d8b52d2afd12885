package comity.benchmarks.nodes;

import comity.node.main.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The demo's federation: two States and a registry, each a process of its own, on this machine.
public final class Federation implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final long GLANCE_MILLIS = 50;
    private static final JsonMapper JSON = new JsonMapper();

    private final Process demo;
    private final JsonNode ready;
    private final Duration took;

    private Federation(Process demo, JsonNode ready, Duration took) {
        this.demo = demo;
        this.ready = ready;
        this.took = took;
    }

    /// Brings it up and waits until every node answers.
    ///
    /// @param portBase the first of forty ports on 127.0.0.1
    /// @param more further options of `comity demo`, such as `--no-seed`
    public static Federation start(Path folder, int portBase, String... more) throws IOException, InterruptedException {
        Path readyFile = folder.resolve("ready.json");
        Files.deleteIfExists(readyFile);
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                NodeClassPath.value(),
                Main.class.getName(),
                "demo",
                "--data",
                folder.resolve("demo").toString(),
                "--port-base",
                String.valueOf(portBase),
                "--ready-file",
                readyFile.toString()));
        line.addAll(Arrays.asList(more));
        long started = System.nanoTime();
        Process demo = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("demo.log").toFile())
                .start();
        try {
            await(demo, readyFile);
        } catch (IOException | InterruptedException e) {
            stop(demo);
            throw e;
        }
        return new Federation(
                demo, JSON.readTree(Files.readString(readyFile)), Duration.ofNanos(System.nanoTime() - started));
    }

    /// How long it took until every node answered.
    public Duration took() {
        return took;
    }

    /// What the ready file says of a State's node: `web`, `processId`, `log`, `people` and more.
    public JsonNode node(String state) {
        for (JsonNode node : ready.path("nodes")) {
            if (node.path("state").asString("").equals(state)) {
                return node;
            }
        }
        throw new IllegalArgumentException("No node of " + state);
    }

    /// The folder that a State's node keeps everything in.
    public Path folder(String state) {
        return Objects.requireNonNull(
                Path.of(node(state).path("log").stringValue()).getParent(), "The log lies in the folder of its node");
    }

    /// Stops all nodes in order, as Ctrl-C does.
    @Override
    public void close() {
        stop(demo);
    }

    private static void await(Process demo, Path readyFile) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (Files.notExists(readyFile)) {
            if (!demo.isAlive() || System.nanoTime() > end) {
                throw new IOException("The federation did not come up; see the end of its log");
            }
            Thread.sleep(GLANCE_MILLIS);
        }
    }

    private static void stop(Process demo) {
        demo.destroy();
        try {
            if (!demo.waitFor(60, TimeUnit.SECONDS)) {
                demo.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            demo.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
