package comity.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/// A node as an operator sets it up: a settings file written by hand, `comity init`, `comity node`.
final class InstalledNode implements AutoCloseable {
    private final Path folder;
    private final URI web;
    private final UnaryOperator<List<String>> java;
    private Process process;

    private InstalledNode(Path folder, URI web, UnaryOperator<List<String>> java) {
        this.folder = folder;
        this.web = web;
        this.java = java;
    }

    /// What an operator writes down of a node on this machine.
    ///
    /// @param part `state` or `registry`
    /// @param web the port of its pages; letters come in at the next one
    /// @param list the address of the registry's list
    /// @param key the file with the registry's key
    /// @param more what else the settings say, line by line
    record Wanted(String state, String part, int web, String list, String key, List<String> more) {
        URI pages() {
            return URI.create("http://localhost:" + web);
        }

        private String text() {
            return """
                    state: %s
                    name: %s-1
                    part: %s
                    data: data
                    zone: UTC
                    language: en
                    web:
                      address: 127.0.0.1
                      port: %d
                      publicUrl: http://localhost:%d
                    letters:
                      address: 127.0.0.1
                      port: %d
                      publicUrl: https://localhost:%d
                    registry:
                      list: %s
                      key: %s
                    """.formatted(state, state.toLowerCase(Locale.ROOT), part, web, web, web + 1, web + 1, list, key)
                    + String.join("\n", more)
                    + "\n";
        }
    }

    /// Writes the settings, as docs/operating/install.md shows them.
    static InstalledNode configured(Path folder, Wanted wanted) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("node.yaml"), wanted.text());
            return new InstalledNode(folder, wanted.pages(), Java::node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The same node, whose Java has learnt nothing and is told these flags.
    InstalledNode told(String... flags) {
        return new InstalledNode(folder, web, arguments -> Java.node(List.of(flags), arguments));
    }

    /// What a command said, and its exit code.
    record Said(int exit, String text) {}

    /// `comity init`, with the password typed on its standard input.
    Said init(String typed, String... more) {
        try {
            Process init = process(List.of("init", "--config", settings()), more);
            try (var input = init.outputWriter(StandardCharsets.UTF_8)) {
                input.write(typed + "\n");
            }
            String said = new String(init.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(init.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// `comity node`; returns at once.
    InstalledNode start() {
        try {
            process = Java.speaksEnglish(new ProcessBuilder(java.apply(List.of("node", "--config", settings()))))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("node.log").toFile()))
                    .start();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// `comity node` where it cannot start: waits until it has said why.
    Said startInVain() {
        return say("node");
    }

    /// Another command of the operator, while the node is stopped.
    Said say(String command) {
        try {
            Process node = process(List.of(command, "--config", settings()));
            String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(node.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void awaitReady() {
        ApiCalls.await("that " + web + " is ready; it says: " + lastWords(), () -> {
            if (!process.isAlive()) {
                throw new AssertionError("The node ended: " + lastWords());
            }
            return isReady();
        });
    }

    boolean isReady() {
        return ApiCalls.answers(web.resolve("/readyz"));
    }

    URI web() {
        return web;
    }

    Path folder() {
        return folder;
    }

    /// Stops it as a service manager does.
    @Override
    public void close() {
        stopWithin(Duration.ofMinutes(1));
    }

    /// The same; ends it by force when it takes longer.
    void stopWithin(Duration patience) {
        if (process == null) {
            return;
        }
        process.destroy();
        try {
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String settings() {
        return folder.resolve("node.yaml").toString();
    }

    private Process process(List<String> command, String... more) throws IOException {
        List<String> arguments = new java.util.ArrayList<>(command);
        arguments.addAll(List.of(more));
        return Java.speaksEnglish(new ProcessBuilder(java.apply(arguments)))
                .redirectErrorStream(true)
                .start();
    }

    /// The end of its log.
    String lastWords() {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("node.log"));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 25), lines.size()));
        } catch (IOException e) {
            return "nothing";
        }
    }
}
