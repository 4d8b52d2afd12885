package comity.node.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One person of the demo at their node's API.
final class DeskCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http;
    private final URI node;
    private final String token;

    DeskCalls(HttpClient http, URI node, String token) {
        this.http = http;
        this.node = node;
        this.token = token;
    }

    JsonNode post(String path, JsonNode body, Optional<String> version) {
        HttpRequest.Builder call = call(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        version.ifPresent(number -> call.header("If-Match", "\"" + number + "\""));
        HttpResponse<String> answer = send(call.build());
        if (answer.statusCode() >= 300) {
            throw new DemoFailed("%s%s answered %d: %s".formatted(node, path, answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }

    /// Waits until this person may do an act on a request.
    void awaitAct(String reference, String act) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String last = "";
        while (System.nanoTime() < end) {
            HttpResponse<String> answer =
                    send(call("/api/v1/requests/" + reference).GET().build());
            last = answer.body();
            if (answer.statusCode() == 200
                    && JSON.readTree(last)
                            .path("acts")
                            .valueStream()
                            .anyMatch(offered -> offered.asString().equals(act))) {
                return;
            }
            pause();
        }
        throw new DemoFailed("%s: nobody may %s %s: %s".formatted(node, act, reference, last));
    }

    private HttpRequest.Builder call(String path) {
        return HttpRequest.newBuilder(node.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest call) {
        try {
            return http.send(call, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new DemoFailed(call.uri() + " could not be reached: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("Stopped while filling the desks");
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DemoFailed("Stopped while filling the desks");
        }
    }
}
