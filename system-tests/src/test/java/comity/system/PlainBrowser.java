package comity.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A browser that knows pages, forms and cookies, and no script: what every page must do with.
final class PlainBrowser implements AutoCloseable {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final URI node;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    PlainBrowser(URI node) {
        this.node = node;
    }

    /// A page as it is shown.
    record Shown(int status, URI address, String html) {}

    Shown open(String path) {
        return send(HttpRequest.newBuilder(node.resolve(path)).GET());
    }

    /// Fills in the form of a page and sends it.
    Shown fill(String page, String action, Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(hidden(open(page).html()));
        all.putAll(fields);
        String body = all.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(node.resolve(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /// Sends the form of a page with a file.
    Shown send(String page, String action, Map<String, String> fields, String name, String file) {
        Map<String, String> all = new TreeMap<>(hidden(open(page).html()));
        all.putAll(fields);
        String boundary = "----one-file-9f3c";
        String parts = all.entrySet().stream()
                        .map(field -> part(boundary, "\"" + field.getKey() + "\"", field.getValue()))
                        .collect(Collectors.joining())
                + part(boundary, "\"file\"; filename=\"" + name + "\"\r\nContent-Type: text/plain", file)
                + "--" + boundary + "--\r\n";
        return send(HttpRequest.newBuilder(node.resolve(action))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(parts)));
    }

    private static String part(String boundary, String name, String value) {
        return "--%s\r\nContent-Disposition: form-data; name=%s\r\n\r\n%s\r\n".formatted(boundary, name, value);
    }

    Shown signIn(String name, String password) {
        return fill("/sign-in", "/sign-in", Map.of("name", name, "password", password));
    }

    /// Somebody who has signed in.
    static PlainBrowser signedIn(RunningDemo.Node node, String role) {
        PlainBrowser browser = new PlainBrowser(node.web());
        browser.signIn(node.as(role).signIn(), node.as(role).password());
        return browser;
    }

    /// What is downloaded from an address.
    byte[] download(String path) {
        try {
            HttpResponse<byte[]> answer = http.send(
                    HttpRequest.newBuilder(node.resolve(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> hidden(String html) {
        Map<String, String> fields = new TreeMap<>();
        Matcher field = HIDDEN.matcher(html);
        while (field.find()) {
            fields.putIfAbsent(field.group(1), field.group(2));
        }
        return fields;
    }

    private Shown send(HttpRequest.Builder call) {
        try {
            HttpResponse<String> answer =
                    http.send(call.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
            return new Shown(answer.statusCode(), answer.uri(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        http.close();
    }
}
