package comity.node.demo;

import comity.kernel.Sha256;
import comity.kernel.Utf8;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
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
    void awaitAct(String path, String act) {
        await(
                "nobody may " + act + " " + path,
                path,
                request -> request.path("acts")
                        .valueStream()
                        .anyMatch(offered -> offered.asString().equals(act)));
    }

    /// Waits until each letter that this State wrote about a request is received.
    void awaitReceipts(String reference) {
        await(
                "a letter of " + reference + " is not received",
                "/api/v1/requests/" + reference + "/letters",
                answer -> answer.path("letters")
                        .valueStream()
                        .filter(letter -> letter.path("direction").asString().equals("out"))
                        .allMatch(letter -> letter.at("/receipt/place").isObject()));
    }

    /// Waits until a request stands here as a story says that it ends; one that does not say so may stand anywhere.
    void awaitState(String path, JsonNode word) {
        if (word.isString()) {
            await(
                    path + " is not " + word.asString(),
                    path,
                    request -> request.at("/summary/state").equals(word));
        }
    }

    /// Waits until an exhibit stands here so, and gives it.
    JsonNode awaitExhibit(String exhibit, String word) {
        String path = "/api/v1/exhibits/" + exhibit;
        await(
                exhibit + " is not " + word,
                path,
                found -> found.at("/summary/state").asString("").equals(word));
        return JSON.readTree(send(call(path).GET().build()).body());
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
        URI place = created.headers()
                .firstValue("Location")
                .map(location -> node.resolve(path).resolve(location))
                .orElseThrow(() -> new DemoFailed(path + " answered " + created.statusCode() + created.body()));
        HttpResponse<String> done = send(call(place.getPath())
                .header("Tus-Resumable", "1.0.0")
                .header("Upload-Offset", "0")
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build());
        if (done.statusCode() != 204) {
            throw new DemoFailed("%s answered %d: %s".formatted(place, done.statusCode(), done.body()));
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(Utf8.bytes(text));
    }

    private void await(String otherwise, String path, Predicate<JsonNode> wanted) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String last = "";
        while (System.nanoTime() < end) {
            HttpResponse<String> answer = send(call(path).GET().build());
            last = answer.body();
            if (answer.statusCode() == 200 && wanted.test(JSON.readTree(last))) {
                return;
            }
            pause();
        }
        throw new DemoFailed("%s: %s: %s".formatted(node, otherwise, last));
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
