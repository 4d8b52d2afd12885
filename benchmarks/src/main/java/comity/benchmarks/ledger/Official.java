package comity.benchmarks.ledger;

import comity.kernel.Utf8;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A duty officer of the demo at the API of their node, and anybody at its published ledger.
final class Official implements AutoCloseable {
    private static final String REQUESTS = "/api/v1/requests";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int OK = 200;

    private final URI web;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private Official(URI web, String token) {
        this.web = web;
        this.token = token;
    }

    /// @param node what the demo's ready file says of it
    static Official of(JsonNode node) {
        String token = node.path("people")
                .valueStream()
                .filter(person -> person.path("role").asString("").equals("duty-officer"))
                .map(person -> person.path("token").stringValue())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No duty officer among the demo's people"));
        return new Official(URI.create(node.path("web").stringValue()), token);
    }

    /// The reference of a request that this person can take as theirs as often as they like.
    String aRequestToTake() throws IOException, InterruptedException {
        return get(REQUESTS + "?side=requested&state=acknowledged")
                .path("requests")
                .valueStream()
                .map(request -> request.path("reference").stringValue())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The demo has no acknowledged request"));
    }

    /// Takes a request: one leaf, and no letter.
    void take(String reference) throws IOException, InterruptedException {
        answered(called(REQUESTS + "/" + reference + "/take")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
    }

    /// The size of the smallest tree that has everything that happened to a request.
    long leavesUpTo(String reference) throws IOException, InterruptedException {
        return get(REQUESTS + "/" + reference + "/timeline")
                        .path("events")
                        .valueStream()
                        .mapToLong(event -> event.at("/place/index").longValue())
                        .max()
                        .orElseThrow(() -> new IllegalStateException("Nothing happened to " + reference))
                + 1;
    }

    /// The checkpoint as anybody gets it.
    byte[] checkpoint() throws IOException, InterruptedException {
        return answered(HttpRequest.newBuilder(web.resolve("/ledger/checkpoint")));
    }

    @Override
    public void close() {
        http.close();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(Utf8.text(answered(called(path))));
    }

    private HttpRequest.Builder called(String path) {
        return HttpRequest.newBuilder(web.resolve(path))
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private byte[] answered(HttpRequest.Builder call) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer =
                http.send(call.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != OK) {
            throw new IOException(answer.uri() + " answers " + answer.statusCode() + ": " + Utf8.text(answer.body()));
        }
        return answer.body();
    }
}
