package comity.web.rest;

import comity.kernel.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A program that calls a node, for tests.
final class Caller {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final HttpClient client = HttpClient.newHttpClient();
    private final OneNode node;
    private final Map<String, String> headers;

    private Caller(OneNode node, Map<String, String> headers) {
        this.node = node;
        this.headers = headers;
    }

    static Caller of(OneNode node, Role role) {
        return nobody(node).with("Authorization", "Bearer " + node.token(role));
    }

    static Caller nobody(OneNode node) {
        return new Caller(node, Map.of("Content-Type", "application/json"));
    }

    Caller with(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Caller(node, more);
    }

    /// What came back.
    record Answer(int status, HttpResponse<String> http) {
        JsonNode json() {
            return JSON.readTree(http.body());
        }

        String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        /// The last part of a problem's type.
        String problem() {
            return json().path("type").asString("").replace("urn:comity:problem:", "");
        }
    }

    Answer get(String path) {
        return call("GET", path, BodyPublishers.noBody());
    }

    Answer post(String path, String body) {
        return call("POST", path, BodyPublishers.ofString(body));
    }

    Answer put(String path, String body) {
        return call("PUT", path, BodyPublishers.ofString(body));
    }

    Answer call(String method, String path, BodyPublisher body) {
        HttpRequest.Builder building =
                HttpRequest.newBuilder(URI.create(node.address() + path)).method(method, body);
        headers.forEach(building::header);
        try {
            HttpResponse<String> response = client.send(building.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
