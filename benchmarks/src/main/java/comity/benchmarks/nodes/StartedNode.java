package comity.benchmarks.nodes;

import comity.benchmarks.load.ProcessorTime;
import comity.node.main.Main;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One node of production's kind, started by its settings and stopped by the end of its input.
final class StartedNode implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long GLANCE_MILLIS = 20;
    private static final int OK = 200;

    private final Process process;
    private final Duration took;
    private final Duration processorTime;

    private StartedNode(Process process, Duration took, Duration processorTime) {
        this.process = process;
        this.took = took;
        this.processorTime = processorTime;
    }

    /// @param web where it will answer
    static StartedNode start(Path settings, URI web, Path log) throws IOException, InterruptedException {
        List<String> line = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                NodeClassPath.value(),
                Main.class.getName(),
                "node",
                "--config",
                settings.toString(),
                "--end-with-input");
        long started = System.nanoTime();
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            awaitReady(process, web);
        } catch (IOException | InterruptedException e) {
            stop(process);
            throw e;
        }
        Duration took = Duration.ofNanos(System.nanoTime() - started);
        return new StartedNode(
                process, took, ProcessorTime.ofTree(process.toHandle()).orElse(Duration.ZERO));
    }

    Duration took() {
        return took;
    }

    /// What the start has cost, the database's part included.
    Duration processorTime() {
        return processorTime;
    }

    /// Memory of the Java process, in bytes.
    long javaMemory() {
        return ProcessorTime.residentBytes(process.pid());
    }

    /// Memory of its database, in bytes: each process's share of what they share.
    long databaseMemory() {
        return process.descendants()
                .mapToLong(child -> ProcessorTime.proportionalBytes(child.pid()))
                .sum();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        stop(process);
    }

    private static void awaitReady(Process process, URI web) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest question = HttpRequest.newBuilder(web.resolve("/readyz"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (!isReady(http, question)) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IOException("The node did not come up");
                }
                Thread.sleep(GLANCE_MILLIS);
            }
        }
    }

    private static boolean isReady(HttpClient http, HttpRequest question) throws InterruptedException {
        try {
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            // Nobody listens yet.
            return false;
        }
    }

    private static void stop(Process process) {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
