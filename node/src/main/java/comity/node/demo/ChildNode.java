package comity.node.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One node of the demo as a process of its own, with its output in a file.
///
/// The child's standard input is a pipe that only this process holds: when this process ends, however it ends, the
/// child reads the end of its input and shuts down. So no node outlives the demo.
final class ChildNode {
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);

    private final DemoNode node;
    private final Path log;
    private final Process process;

    private ChildNode(DemoNode node, Path log, Process process) {
        this.node = node;
        this.log = log;
        this.process = process;
    }

    static ChildNode start(DemoNode node, Path folder, List<String> arguments) {
        Path log = folder.resolve("node.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=4",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "comity.node.main.Main"));
        command.addAll(arguments);
        try {
            Files.createDirectories(folder);
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Files.writeString(folder.resolve("node.pid"), Long.toString(process.pid()));
            return new ChildNode(node, log, process);
        } catch (IOException e) {
            throw new UncheckedIOException("The node of " + node.state() + " could not be started", e);
        }
    }

    DemoNode node() {
        return node;
    }

    long processId() {
        return process.pid();
    }

    /// Waits until the node answers that it is ready.
    ///
    /// @throws DemoFailed when the process ends or the patience does, with the last lines of its log
    void awaitReady(Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
            HttpRequest question = HttpRequest.newBuilder(node.web().resolve("/readyz"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            while (!answers(client, question)) {
                if (!process.isAlive()) {
                    throw new DemoFailed(texts -> texts.say("demo.ended-at-start", node.state()) + "\n" + lastLines());
                }
                if (System.nanoTime() > end) {
                    throw new DemoFailed(
                            texts -> texts.say("demo.silent", node.state(), String.valueOf(patience.toSeconds()))
                                    + "\n"
                                    + lastLines());
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("Stopped while waiting for the node of " + node.state());
        }
    }

    private static boolean answers(HttpClient client, HttpRequest question) throws InterruptedException {
        try {
            return client.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /// Asks the node to stop, waits for it, and ends it by force when it does not.
    void stop() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_AT_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    void onUnexpectedEnd(Runnable action) {
        process.onExit().thenRun(action);
    }

    String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 25), lines.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }

    Path log() {
        return log;
    }

    URI web() {
        return node.web();
    }
}
