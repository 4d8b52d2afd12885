package comity.system;

import comity.kernel.Sha256;
import comity.kernel.Utf8;
import comity.ledger.LeafPlace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    static ApiCalls with(URI node, String token) {
        return new ApiCalls(node, token);
    }

    static ApiCalls as(RunningDemo.Node node, String role) {
        return new ApiCalls(node.web(), node.as(role).token());
    }

    /// A request that is written and not sent.
    record Draft(String reference, String version) {}

    Draft draft(String requestedState, String document) {
        JsonNode draft = draftExample(requestedState, document);
        return new Draft(
                draft.path("reference").asString(), draft.path("version").asString());
    }

    /// Drafts and sends a request to XB (or, from XB, to XA), and gives its reference.
    String sendExample(String requestedState, String document) {
        return good(send(draft(requestedState, document)))
                .path("summary")
                .path("reference")
                .asString();
    }

    /// Whether the node said that it is sent; false also when the node went away meanwhile.
    boolean trySend(Draft draft) {
        try {
            return send(draft).statusCode() < 300;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    HttpResponse<String> send(Draft draft) {
        return send(call("/api/v1/requests/" + draft.reference() + "/send")
                .header("If-Match", "\"" + draft.version() + "\"")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build());
    }

    /// The letters of a request, each with the digest that both houses commit to.
    Set<String> letters(String reference) {
        return get("/api/v1/requests/" + reference + "/letters")
                .path("letters")
                .valueStream()
                .map(letter -> letter.path("id").asString() + " "
                        + letter.path("digest").asString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// For each letter that this State wrote, where the receipt says that it stands in the other's
    /// ledger.
    Map<String, String> placesGivenInReceipts(String reference) {
        return places(reference, "out", "/receipt/place");
    }

    /// For each letter that came, where it stands in this State's own ledger.
    Map<String, String> placesOfWhatCame(String reference) {
        return places(reference, "in", "/place");
    }

    private Map<String, String> places(String reference, String direction, String where) {
        return get("/api/v1/requests/" + reference + "/letters")
                .path("letters")
                .valueStream()
                .filter(letter -> letter.path("direction").asString().equals(direction))
                .collect(Collectors.toMap(
                        letter -> letter.path("id").asString(),
                        letter -> letter.at(where).toString()));
    }

    /// Waits until every letter of a request that this State wrote is received.
    void awaitReceipts(String reference) {
        await(
                "that all letters of " + reference + " are received",
                () -> placesGivenInReceipts(reference).values().stream().allMatch(place -> place.startsWith("{")));
    }

    /// That enough others have signed a ledger with every letter in it that this State sent.
    void awaitCertain(String reference) {
        await(
                "that all letters of " + reference + " are received for certain",
                () -> sentLetters(reference)
                        .allMatch(letter -> letter.at("/receipt/certainSince").isString()));
    }

    /// Where the first letter of a request stands in the other State's ledger.
    LeafPlace placeOfFirstLetter(String reference) {
        JsonNode place = sentLetters(reference).findFirst().orElseThrow().at("/receipt/place");
        return new LeafPlace(
                place.path("index").asLong(), place.path("commitment").asString());
    }

    private Stream<JsonNode> sentLetters(String reference) {
        return get("/api/v1/requests/" + reference + "/letters")
                .path("letters")
                .valueStream()
                .filter(letter -> letter.path("direction").asString().equals("out"));
    }

    /// The newest requests that this person's State knows, in both directions.
    List<String> references() {
        return get("/api/v1/requests?limit=200")
                .path("requests")
                .valueStream()
                .map(request -> request.path("reference").asString())
                .toList();
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

    /// Puts a file into an exhibit, as a resumable upload (tus 1.0) in one piece.
    void upload(String exhibit, String name, byte[] bytes) {
        String path = "/api/v1/exhibits/" + exhibit + "/uploads";
        HttpResponse<String> created = send(call(path)
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Length", Integer.toString(bytes.length))
                .header("Upload-Metadata", "filename " + base64(name) + ",sha256 " + base64(Sha256.hex(bytes)))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build());
        String place = created.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(created.statusCode() + " " + created.body()));
        HttpResponse<String> done = send(call(node.resolve(path).resolve(place).getPath())
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", "0")
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build());
        if (done.statusCode() != 204) {
            throw new AssertionError(place + " answered " + done.statusCode() + ": " + done.body());
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(Utf8.bytes(text));
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

    /// What is shown to anybody at an address.
    static String text(URI address) {
        return send(HttpRequest.newBuilder(address)
                        .header("Accept-Language", "en")
                        .build())
                .body();
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
