package comity.web.exhibit;

import static org.assertj.core.api.Assertions.assertThat;

import comity.web.rest.ExhibitNodes.Somebody;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/// A person at a browser without scripts: keeps cookies, follows redirects, sends the hidden fields of
/// the page that is open.
public final class Visitor {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"(_csrf|page)\" value=\"([^\"]*)\">");
    private static final String BOUNDARY = "----form-7d1f0c";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Somebody who;
    private @Nullable HttpResponse<byte[]> last;
    public String path = "";
    public String body = "";
    public int status;

    private Visitor(Somebody who) {
        this.who = who;
    }

    public static Visitor signedIn(Somebody who) {
        Visitor visitor = new Visitor(who);
        visitor.signIn();
        return visitor;
    }

    private void signIn() {
        get("/sign-in");
        submit("/sign-in", Map.of("name", who.name(), "password", who.password()));
        assertThat(status).isEqualTo(200);
    }

    /// Signs out and in again in another tab; the page that is open stays as it is.
    void comeAgain() {
        String open = body;
        submit("/sign-out", Map.of());
        signIn();
        body = open;
    }

    /// A file of a form.
    record Sent(String name, byte[] bytes) {
        static Sent text(String name, String text) {
            return new Sent(name, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    public int get(String to) {
        follow(to, request(to).GET());
        return status;
    }

    public int submit(String to, Map<String, String> fields) {
        Map<String, String> all = hidden();
        all.putAll(fields);
        String form = all.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        follow(
                to,
                request(to)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
        return status;
    }

    /// Sends the upload form of the page that is open, as a browser does: fields in their order, then the files.
    int send(String to, Map<String, String> fields, List<Sent> files) {
        Map<String, String> all = hidden();
        all.putAll(fields);
        return sendAs(to, all, files);
    }

    /// The same without anything that the page gave along.
    int sendAs(String to, Map<String, String> fields, List<Sent> files) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        fields.forEach((name, value) -> part(form, "name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8)));
        files.forEach(file -> part(
                form, "name=\"file\"; filename=\"" + file.name() + "\"\r\nContent-Type: text/plain", file.bytes()));
        form.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        follow(
                to,
                request(to)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(form.toByteArray())));
        return status;
    }

    /// Sends a form with a file as it comes from somewhere.
    int sendStream(String to, Map<String, String> fields, String name, HttpRequest.BodyPublisher bytes) {
        Map<String, String> all = hidden();
        all.putAll(fields);
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        all.forEach((field, value) -> part(form, "name=\"" + field + "\"", value.getBytes(StandardCharsets.UTF_8)));
        form.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        follow(
                to,
                request(to)
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.concat(
                                HttpRequest.BodyPublishers.ofByteArray(form.toByteArray()),
                                bytes,
                                HttpRequest.BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"))));
        return status;
    }

    private static void part(ByteArrayOutputStream form, String disposition, byte[] bytes) {
        form.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        form.writeBytes(bytes);
        form.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /// What a script of the page that is open sends with each call.
    Map<String, String> script() {
        String pairs = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return Map.of("Cookie", pairs, "X-XSRF-TOKEN", hidden().getOrDefault("_csrf", ""));
    }

    byte[] bytes() {
        return answer().body();
    }

    String header(String name) {
        return answer().headers().firstValue(name).orElse("");
    }

    /// What is on the page, without its marks.
    public String words() {
        return body.replaceAll("(?s)<svg.*?</svg>", " ")
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ");
    }

    private Map<String, String> hidden() {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher hidden = HIDDEN.matcher(body);
        while (hidden.find()) {
            fields.putIfAbsent(hidden.group(1), hidden.group(2).replace("&amp;", "&"));
        }
        return fields;
    }

    private HttpResponse<byte[]> answer() {
        return Objects.requireNonNull(last, "nothing was asked yet");
    }

    private HttpRequest.Builder request(String to) {
        return HttpRequest.newBuilder(who.node().resolve(to));
    }

    private void follow(String to, HttpRequest.Builder call) {
        path = to;
        send(call);
        for (int i = 0; i < 5 && status / 100 == 3; i++) {
            path = header("Location").replaceFirst("^http://[^/]+", "");
            send(request(path.replaceFirst("#.*", "")).GET());
        }
    }

    private void send(HttpRequest.Builder call) {
        cookies.forEach((cookie, value) -> call.header("Cookie", cookie + "=" + value));
        try {
            last = client.send(call.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
        answer().headers().allValues("Set-Cookie").forEach(this::keep);
        body = new String(answer().body(), StandardCharsets.UTF_8);
        status = answer().statusCode();
    }

    private void keep(String cookie) {
        String pair = cookie.replaceFirst(";.*", "");
        cookies.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
