package comity.web.rest;

import comity.kernel.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A page that is open in the browser of somebody who has signed in: its cookies, and the token in it.
record PageOf(OneNode node, String cookies, String token) {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");
    private static final AtomicInteger PERSONS = new AtomicInteger();

    static PageOf signedIn(TwoNodes nodes, Role role) {
        OneNode node = nodes.belmora;
        String name = "page-" + role.code() + "-" + PERSONS.incrementAndGet();
        node.tokenOf(name, Set.of(role));
        CookieManager cookies = new CookieManager();
        try (HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            String form = "name=" + encoded(name) + "&password=" + encoded(OneNode.PASSWORD) + "&_csrf="
                    + encoded(token(get(browser, node, "/sign-in")));
            send(
                    browser,
                    HttpRequest.newBuilder(URI.create(node.address() + "/sign-in"))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(form)));
            String token = token(get(browser, node, "/"));
            return new PageOf(
                    node,
                    cookies.getCookieStore().getCookies().stream()
                            .map(PageOf::pair)
                            .collect(Collectors.joining("; ")),
                    token);
        }
    }

    Tus tus() {
        return Tus.nobody(node).with("Cookie", cookies);
    }

    private static String pair(HttpCookie cookie) {
        return cookie.getName() + "=" + cookie.getValue();
    }

    private static String token(String page) {
        Matcher token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new AssertionError("The page has no form");
        }
        return token.group(1);
    }

    private static String get(HttpClient browser, OneNode node, String path) {
        return send(browser, HttpRequest.newBuilder(URI.create(node.address() + path)));
    }

    private static String send(HttpClient browser, HttpRequest.Builder call) {
        try {
            return browser.send(call.build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
