package comity.benchmarks.pages;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A person's browser, as far as a page needs one: keeps cookies, sends a form, reads a page to its end.
public final class Visitor implements AutoCloseable {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final int OK = 200;

    private final URI web;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    public Visitor(URI web) {
        this.web = web;
    }

    void signIn(String name, String password) throws IOException, InterruptedException {
        Matcher token = CSRF.matcher(page("/sign-in"));
        if (!token.find()) {
            throw new IOException("The sign-in page has no form");
        }
        String form = "_csrf=" + encoded(token.group(1)) + "&page=%2Fsign-in&to=&kept=&name=" + encoded(name)
                + "&password=" + encoded(password);
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(web.resolve("/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != OK || answer.uri().getPath().startsWith("/sign-in")) {
            throw new IOException("Not signed in: " + answer.statusCode() + " at " + answer.uri());
        }
    }

    /// A page's text.
    public String page(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(web.resolve(path))
                        .timeout(Duration.ofSeconds(30))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IOException(path + " answers " + answer.statusCode());
        }
        return answer.body();
    }

    @Override
    public void close() {
        http.close();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
