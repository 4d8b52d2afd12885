package comity.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A browser without scripts: keeps cookies, follows redirects, sends the hidden fields of the page's
/// form.
final class Browser {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
    private final HttpClient client = HttpClient.newHttpClient();
    private final PeopleNode node;
    private final Map<String, String> cookies;
    private @Nullable HttpResponse<String> last;
    String path = "";
    String body = "";
    int status;

    Browser(PeopleNode node) {
        this(node, new LinkedHashMap<>());
    }

    private Browser(PeopleNode node, Map<String, String> cookies) {
        this.node = node;
        this.cookies = cookies;
    }

    /// Another tab of the same browser: a page of its own, and the same cookies.
    Browser anotherTab() {
        return new Browser(node, cookies);
    }

    /// Another browser with what this one's cookies hold now.
    Browser copied() {
        return new Browser(node, new LinkedHashMap<>(cookies));
    }

    void signIn(String name) {
        get("/sign-in");
        submit("/sign-in", Map.of("name", name, "password", PeopleNode.PASSWORD));
        assertThat(status).isEqualTo(200);
    }

    void get(String to) {
        follow(to, HttpRequest.newBuilder(uri(to)).GET());
    }

    /// Sends a form with the hidden fields of the page that is open.
    void submit(String to, Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(body);
        while (hidden.find()) {
            all.putIfAbsent(
                    hidden.group(1), hidden.group(2).replace("&#39;", "'").replace("&amp;", "&"));
        }
        all.putAll(fields);
        post(to, all);
    }

    /// What the warning's button does, on the page that stays open; gives the seconds until the end.
    long extend() {
        String page = body;
        submit("/session/extend", Map.of());
        assertThat(status).isEqualTo(200);
        long seconds = Long.parseLong(body);
        body = page;
        return seconds;
    }

    int post(String to, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        follow(
                to,
                HttpRequest.newBuilder(uri(to))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
        return status;
    }

    /// What a script of the open page does: a call without a form. Gives the status.
    int call(String to, String token) {
        send(HttpRequest.newBuilder(uri(to)).header("X-XSRF-TOKEN", token).POST(HttpRequest.BodyPublishers.noBody()));
        return status;
    }

    /// A hidden field of the open page.
    String hidden(String field) {
        Matcher hidden = HIDDEN.matcher(body);
        while (hidden.find()) {
            if (hidden.group(1).equals(field)) {
                return hidden.group(2);
            }
        }
        throw new AssertionError("No hidden field " + field);
    }

    List<String> answerHeaders(String header) {
        return answer().headers().allValues(header);
    }

    String header(String header) {
        return answer().headers().firstValue(header).orElse("");
    }

    private HttpResponse<String> answer() {
        return Objects.requireNonNull(last, "nothing was asked yet");
    }

    private void follow(String to, HttpRequest.Builder call) {
        path = to;
        send(call);
        for (int i = 0; i < 5 && status / 100 == 3; i++) {
            path = answer().headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
            send(HttpRequest.newBuilder(uri(path)).GET());
        }
    }

    private void send(HttpRequest.Builder call) {
        cookies.forEach((cookie, value) -> call.header("Cookie", cookie + "=" + value));
        try {
            last = client.send(call.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException("The pages do not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
        answer().headers().allValues("Set-Cookie").forEach(this::keep);
        body = answer().body();
        status = answer().statusCode();
    }

    private void keep(String cookie) {
        String pair = cookie.replaceFirst(";.*", "");
        cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }

    private URI uri(String path) {
        return node.address().resolve(path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
