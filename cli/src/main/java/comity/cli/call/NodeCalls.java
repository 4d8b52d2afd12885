package comity.cli.call;

import comity.api.Headers;
import comity.api.Problem;
import comity.api.contract.Operation;
import comity.kernel.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/// Calls one node.
///
/// A call that changes something and whose answer got lost is asked again with the same idempotency key: the node
/// then repeats its first answer, or does now what it had not done. After the last try the outcome is
/// [Reply.Unknown], never a guess.
public final class NodeCalls implements AutoCloseable {
    private static final int TRIES = 4;
    private static final int LARGEST_ANSWER_BYTES = 16_000_000;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    /// Missing lists stay empty and unknown names are passed over, so that an older or newer node can be
    /// called.
    static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .withConfigOverride(
                    java.util.List.class,
                    list -> list.setNullHandling(com.fasterxml.jackson.annotation.JsonSetter.Value.forValueNulls(
                            com.fasterxml.jackson.annotation.Nulls.AS_EMPTY)))
            .build();

    private final Destination destination;
    private final HttpClient client;

    public NodeCalls(Destination destination) {
        this.destination = destination;
        this.client = client(destination);
    }

    static HttpClient client(Destination destination) {
        HttpClient.Builder building = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                // A redirect would carry the token to an address that nobody typed.
                .followRedirects(HttpClient.Redirect.NEVER);
        destination.trust().ifPresent(building::sslContext);
        return building.build();
    }

    public Destination destination() {
        return destination;
    }

    /// Asks for what an operation answers with.
    ///
    /// @throws IllegalArgumentException when the type is not the answer of the operation
    public <T extends Record> Reply<T> ask(Wish wish, Class<T> answer) {
        if (wish.operation().answer() != answer) {
            throw new IllegalArgumentException(wish.operation() + " does not answer with " + answer);
        }
        if (destination.token().isPresent() && !destination.isPrivate()) {
            return new Reply.Unknown<>("open-line", destination.node().toString(), false, wish.key());
        }
        Reply<T> reply = askOnce(wish, answer);
        for (int attempt = 1; attempt < TRIES && mayAskAgain(reply); attempt++) {
            pause(waitBefore(attempt, reply));
            reply = askOnce(wish, answer);
        }
        return reply;
    }

    private static boolean mayAskAgain(Reply<?> reply) {
        return switch (reply) {
            case Reply.Answered<?> _ -> false;
            case Reply.Refused<?>(Problem problem, JsonNode _) -> problem.status() == 503;
            case Reply.Unknown<?>(String reason, String _, boolean _, String _) -> !reason.equals("certificate");
        };
    }

    private static Duration waitBefore(int attempt, Reply<?> reply) {
        Duration own = Duration.ofMillis(250L << attempt);
        if (reply instanceof Reply.Refused<?>(Problem problem, JsonNode _) && problem.retryAfterSeconds() != null) {
            Duration asked = Duration.ofSeconds(problem.retryAfterSeconds());
            return asked.compareTo(LONGEST_WAIT) < 0 ? asked : LONGEST_WAIT;
        }
        return own;
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T extends Record> Reply<T> askOnce(Wish wish, Class<T> answer) {
        boolean changes = wish.operation().changes();
        try {
            HttpResponse<InputStream> response = client.send(request(wish), HttpResponse.BodyHandlers.ofInputStream());
            return read(wish, answer, response);
        } catch (javax.net.ssl.SSLException e) {
            return new Reply.Unknown<>("certificate", detail(e), false, wish.key());
        } catch (java.net.ConnectException | java.net.http.HttpConnectTimeoutException e) {
            return new Reply.Unknown<>("unreachable", detail(e), false, wish.key());
        } catch (IOException e) {
            return new Reply.Unknown<>("lost", detail(e), changes, wish.key());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Unknown<>("interrupted", detail(e), changes, wish.key());
        }
    }

    private HttpRequest request(Wish wish) {
        HttpRequest.Builder building = HttpRequest.newBuilder(address(wish))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json, " + Problem.MEDIA_TYPE)
                .header("Accept-Language", destination.language());
        destination.token().ifPresent(token -> building.header("Authorization", "Bearer " + token));
        wish.ifMatch().ifPresent(etag -> building.header("If-Match", etag));
        if (wish.operation().changes()) {
            building.header(Headers.IDEMPOTENCY_KEY, '"' + wish.key() + '"');
        }
        if (wish.operation().method() == Operation.Method.GET) {
            return building.GET().build();
        }
        String body = wish.body().map(JSON::writeValueAsString).orElse("{}");
        return building.header("Content-Type", "application/json")
                .method(wish.operation().method().name(), BodyPublishers.ofString(body))
                .build();
    }

    private URI address(Wish wish) {
        String base = destination.node().toString().replaceFirst("/+$", "");
        String path = wish.operation().at(wish.places().toArray(String[]::new));
        String query = wish.query().entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(base + path + (query.isEmpty() ? "" : "?" + query));
    }

    private static <T extends Record> Reply<T> read(Wish wish, Class<T> answer, HttpResponse<InputStream> response)
            throws IOException {
        boolean changes = wish.operation().changes();
        byte[] body;
        try (InputStream in = response.body()) {
            body = in.readNBytes(LARGEST_ANSWER_BYTES);
        }
        int status = response.statusCode();
        try {
            JsonNode json = JSON.readTree(Utf8.text(body));
            if (status >= 200 && status < 300) {
                return new Reply.Answered<>(
                        JSON.treeToValue(json, answer), json, response.headers().firstValue("ETag"));
            }
            Optional<String> type = response.headers().firstValue("Content-Type");
            if (type.orElse("").startsWith(Problem.MEDIA_TYPE) && status != 500) {
                return refused(wish, json);
            }
        } catch (JacksonException e) {
            return new Reply.Unknown<>("not-comity", "HTTP " + status, changes, wish.key());
        }
        return new Reply.Unknown<>(status >= 500 ? "failing" : "not-comity", "HTTP " + status, changes, wish.key());
    }

    private static <T> Reply<T> refused(Wish wish, JsonNode json) {
        Problem problem = JSON.treeToValue(json, Problem.class);
        // The node itself does not know: its database went away during a commit.
        return problem.code().equals("outcome-unknown")
                ? new Reply.Unknown<>("lost", problem.title(), wish.operation().changes(), wish.key())
                : new Reply.Refused<>(problem, json);
    }

    private static String detail(Exception e) {
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    @Override
    public void close() {
        client.close();
    }
}
