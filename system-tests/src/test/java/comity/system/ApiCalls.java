package comity.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One person's calls to their node's public API.
final class ApiCalls {
    static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI node;
    private final String token;

    private ApiCalls(URI node, String token) {
        this.node = node;
        this.token = token;
    }

    static ApiCalls as(RunningDemo.Node node, String role) {
        return new ApiCalls(node.web(), node.as(role).token());
    }

    /// Drafts and sends a request to XB (or, from XB, to XA), and gives its reference.
    String sendExample(String requestedState, String document) {
        JsonNode draft = draftExample(requestedState, document);
        HttpResponse<String> sent =
                send(call("/api/v1/requests/" + draft.path("reference").asString() + "/send")
                        .header("If-Match", "\"" + draft.path("version").asString() + "\"")
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .POST(HttpRequest.BodyPublishers.ofString("{}"))
                        .build());
        return good(sent).path("summary").path("reference").asString();
    }

    JsonNode draftExample(String requestedState, String document) {
        ObjectNode wanted = JSON.createObjectNode();
        wanted.put("requestedState", requestedState);
        wanted.put("language", "en");
        wanted.set("document", JSON.readTree(document));
        return post("/api/v1/requests", wanted.toString());
    }

    JsonNode get(String path) {
        return good(send(call(path).GET().build()));
    }

    int statusOf(String path) {
        return send(call(path).GET().build()).statusCode();
    }

    JsonNode post(String path, String body) {
        return good(tryPost(path, body, UUID.randomUUID().toString()));
    }

    HttpResponse<String> tryPost(String path, String body, String key) {
        return send(call(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    JsonNode act(String reference, String act, String body) {
        awaitAct(reference, act);
        return post("/api/v1/requests/" + reference + "/" + act, body);
    }

    JsonNode request(String reference) {
        return get("/api/v1/requests/" + reference);
    }

    String state(String reference) {
        return request(reference).path("summary").path("state").asString();
    }

    void awaitAct(String reference, String act) {
        await("that " + act + " is possible on " + reference, () -> offers(reference, act));
    }

    void awaitState(String reference, String word) {
        await(
                "that " + reference + " is " + word,
                () -> statusOf("/api/v1/requests/" + reference) == 200
                        && state(reference).equals(word));
    }

    private boolean offers(String reference, String act) {
        HttpResponse<String> answer =
                send(call("/api/v1/requests/" + reference).GET().build());
        return answer.statusCode() == 200
                && JSON.readTree(answer.body())
                        .path("acts")
                        .valueStream()
                        .anyMatch(offered -> offered.asString().equals(act));
    }

    static boolean answers(URI address) {
        try {
            return send(HttpRequest.newBuilder(address)
                                    .timeout(Duration.ofSeconds(2))
                                    .build())
                            .statusCode()
                    == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    static void await(String what, java.util.function.BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (System.nanoTime() < end) {
            try {
                if (condition.getAsBoolean()) {
                    return;
                }
            } catch (UncheckedIOException e) {
                // The node may be down for a moment: that is what some of the tests are about.
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
            pause();
        }
        throw new AssertionError("Waited in vain " + what);
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder call(String path) {
        return HttpRequest.newBuilder(node.resolve(path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private static JsonNode good(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new AssertionError(answer.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private static HttpResponse<String> send(HttpRequest call) {
        try {
            return HTTP.send(call, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
