package comity.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A person at a terminal: each command is a process of its own.
final class Terminal {
    private final RunningDemo.Node node;
    private final String token;

    Terminal(RunningDemo.Node node, String role) {
        this.node = node;
        this.token = node.as(role).token();
    }

    /// What a command said, and its exit code.
    record Said(int exit, String out, String err) {}

    Said says(String... arguments) {
        return run(
                List.of(arguments), Map.of("COMITY_NODE", node.web().toString(), "COMITY_TOKEN", token, "LANG", "en"));
    }

    void done(String... arguments) {
        Said said = says(arguments);
        assertThat(said.exit).describedAs(said.out + said.err).isZero();
    }

    JsonNode json(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add("--json");
        Said said = says(all.toArray(String[]::new));
        assertThat(said.exit).describedAs(said.out + said.err).isZero();
        return JsonMapper.shared().readTree(said.out);
    }

    /// The command is asked when the news has come: each asking in vain is a process of its own.
    void awaitState(String reference, String state) {
        ApiCalls.as(node, "duty-officer").awaitState(reference, state);
        assertThat(json("request", "show", reference).at("/summary/state").asString())
                .isEqualTo(state);
    }

    void awaitEmergency(String reference, String state) {
        ApiCalls calls = ApiCalls.as(node, "duty-officer");
        ApiCalls.await(
                reference + " " + state,
                () -> calls.get("/api/v1/emergencies/" + reference)
                        .at("/summary/state")
                        .asString()
                        .equals(state));
    }

    static Said run(List<String> arguments, Map<String, String> environment) {
        try {
            ProcessBuilder builder = new ProcessBuilder(Java.commandLine(arguments));
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
            String out = read(process.getInputStream());
            return new Said(process.waitFor(), out, err.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String read(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
