package comity.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Language;
import comity.kernel.Role;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transactions;
import comity.testkit.HandClock;
import comity.testkit.TestDatabase;
import comity.web.WebSettings;
import comity.web.wiring.PeopleRoom;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The pages of people, over HTTP, on a real database.
class SignInTest {
    private static final String PASSWORD = "four quiet words together";
    private static final HandClock CLOCK = HandClock.at("2027-03-13T02:14:00Z");
    private static TestDatabase database;
    private static ServletWebServerApplicationContext node;
    private static int names;

    private final Browser browser = new Browser();
    private String name = "";

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(excludeName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
    @Import(PeopleRoom.class)
    static class PeopleOnly {
        @Bean(destroyMethod = "")
        Transactions transactions() {
            return database.transactions();
        }

        @Bean
        Clock clock() {
            return CLOCK;
        }

        @Bean
        WebSettings settings() {
            return WebSettings.of(
                    new StateCode("XA"),
                    "xa-1",
                    URI.create("http://localhost"),
                    ZoneId.of("Europe/Paris"),
                    Language.ENGLISH,
                    true);
        }
    }

    @BeforeAll
    static void startPages() {
        database = TestDatabase.with("web");
        node = start();
    }

    private static ServletWebServerApplicationContext start() {
        return (ServletWebServerApplicationContext) SpringApplication.run(
                PeopleOnly.class, "--server.port=0", "--spring.main.banner-mode=off", "--logging.level.root=WARN");
    }

    @AfterAll
    static void stopPages() {
        node.close();
        database.close();
    }

    @BeforeEach
    void addSomebody() {
        addSomebody(Set.of(Role.ADMINISTRATOR));
    }

    private void addSomebody(Set<Role> roles) {
        name = "person-" + names++;
        node.getBean(Accounts.class)
                .create(new Accounts.NewAccount(
                        name,
                        "Administrator",
                        roles,
                        Language.ENGLISH,
                        ZoneId.of("Europe/Paris"),
                        Optional.of(PASSWORD)));
    }

    @Nested
    class Signing_in {
        @Test
        void with_the_right_password_leads_back_to_where_one_was_going() {
            browser.get("/people?from=mail");
            assertThat(browser.path).isEqualTo("/sign-in?to=%2Fpeople%3Ffrom%3Dmail");
            browser.submit("/sign-in", Map.of("name", name, "password", PASSWORD));
            assertThat(browser.path).isEqualTo("/people?from=mail");
            assertThat(browser.status).isEqualTo(200);
        }

        @Test
        void with_a_wrong_password_says_so_and_keeps_the_name() {
            browser.get("/sign-in");
            browser.submit("/sign-in", Map.of("name", name, "password", "wrong"));
            assertThat(browser.status).isEqualTo(401);
            assertThat(browser.body).contains("do not fit together").contains("value=\"" + name + "\"");
        }

        @Test
        void never_leads_to_another_house() {
            browser.get("/sign-in?to=//evil.example/");
            browser.submit("/sign-in", Map.of("name", name, "password", PASSWORD));
            assertThat(browser.path).doesNotContain("evil");
        }

        @Test
        void is_slowed_down_after_some_failures() {
            browser.get("/sign-in");
            for (int i = 0; i < 7; i++) {
                browser.submit("/sign-in", Map.of("name", name, "password", "wrong " + i));
            }
            assertThat(browser.status).isEqualTo(429);
            assertThat(browser.body).contains("Too many tries");
            CLOCK.advance(Duration.ofMinutes(2));
            browser.submit("/sign-in", Map.of("name", name, "password", PASSWORD));
            assertThat(browser.status).isEqualTo(200);
        }

        @Test
        void without_the_token_of_the_form_is_refused() {
            assertThat(new Browser().post("/sign-in", Map.of("name", name, "password", PASSWORD)))
                    .isEqualTo(403);
        }
    }

    @Nested
    class A_session {
        @Test
        void survives_a_restart_of_the_node() {
            browser.signIn(name);
            node.close();
            node = start();
            browser.get("/people");
            assertThat(browser.path).isEqualTo("/people");
        }

        @Test
        void ends_when_the_account_is_disabled() {
            browser.signIn(name);
            Accounts accounts = node.getBean(Accounts.class);
            accounts.disable(accounts.findBySignInName(name).orElseThrow().id());
            browser.get("/people");
            assertThat(browser.path).startsWith("/sign-in");
        }

        @Test
        void ends_by_signing_out() {
            browser.signIn(name);
            browser.submit("/sign-out", Map.of());
            browser.get("/people");
            assertThat(browser.path).startsWith("/sign-in");
        }

        @Test
        void that_has_run_out_loses_nothing_that_was_typed() {
            browser.signIn(name);
            browser.get("/people/new");
            CLOCK.advance(Duration.ofMinutes(31));
            browser.submit(
                    "/people/new",
                    Map.of("name", "late", "display", "Typed after the session had ended", "password", PASSWORD));
            assertThat(browser.path).startsWith("/sign-in?kept=");
            browser.submit("/sign-in", Map.of("name", name, "password", PASSWORD));
            assertThat(browser.path).startsWith("/kept/");
            assertThat(browser.body)
                    .contains("Typed after the session had ended")
                    .contains("action=\"/people/new\"")
                    .doesNotContain(PASSWORD);

            browser.submit("/language", Map.of("switch-language", "en", "page", "/people/new"));
            assertThat(browser.body)
                    .contains("value=\"late\"")
                    .contains("value=\"Typed after the session had ended\"")
                    .contains("action=\"/people/new\"");
        }

        @Test
        void that_has_run_out_keeps_a_form_until_its_person_discards_it() {
            browser.signIn(name);
            browser.get("/people/new");
            CLOCK.advance(Duration.ofMinutes(31));
            browser.submit("/people/new", Map.of("display", "Half-written"));
            browser.submit("/sign-in", Map.of("name", name, "password", PASSWORD));
            String kept = browser.path;
            browser.get(kept);
            assertThat(browser.body).contains("Half-written");
            browser.submit(kept + "/forget", Map.of());
            browser.get(kept);
            assertThat(browser.status).isEqualTo(404);
        }

        @Test
        void says_on_every_page_how_long_it_lasts_and_lasts_longer_when_its_person_asks() {
            browser.signIn(name);
            browser.get("/people");
            assertThat(browser.body).contains("data-left=\"1800\"");
            CLOCK.advance(Duration.ofMinutes(29));
            assertThat(browser.extend()).isEqualTo(1800);
            CLOCK.advance(Duration.ofMinutes(29));
            browser.get("/people");
            assertThat(browser.path).isEqualTo("/people");
        }

        @Test
        void of_a_duty_officer_is_put_off_ten_times_past_the_shift_and_then_ends() {
            addSomebody(Set.of(Role.DUTY_OFFICER, Role.ADMINISTRATOR));
            browser.get("/people");
            browser.submit("/sign-in", Map.of("name", name, "password", PASSWORD));
            assertThat(browser.body).contains("data-left=\"28800\"");
            CLOCK.advance(Duration.ofMinutes(8 * 60 - 1));
            for (int time = 1; time <= 10; time++) {
                assertThat(browser.extend()).isEqualTo(31 * 60);
                CLOCK.advance(Duration.ofMinutes(30));
            }
            assertThat(browser.extend()).isEqualTo(60);
            CLOCK.advance(Duration.ofMinutes(1));
            browser.get("/people");
            assertThat(browser.path).startsWith("/sign-in");
        }

        @Test
        void that_has_run_out_gives_its_form_to_nobody_else() {
            browser.signIn(name);
            browser.get("/people/new");
            CLOCK.advance(Duration.ofMinutes(31));
            browser.submit("/people/new", Map.of("display", "Secret"));
            String first = name;
            addSomebody();
            assertThat(name).isNotEqualTo(first);
            browser.submit("/sign-in", Map.of("name", name, "password", PASSWORD));
            assertThat(browser.status).isEqualTo(404);
            assertThat(browser.body).doesNotContain("Secret");
        }
    }

    @Nested
    class Every_answer {
        @Test
        void forbids_scripts_and_styles_that_are_not_files_of_ours() {
            browser.get("/sign-in");
            assertThat(browser.header("Content-Security-Policy"))
                    .contains("default-src 'none'")
                    .contains("script-src 'self'")
                    .doesNotContain("unsafe");
            assertThat(browser.body)
                    .doesNotContain(" style=")
                    .doesNotContain("<style")
                    .doesNotContain(" onclick=");
        }

        @Test
        void says_in_words_what_a_person_without_the_role_may_not_open() {
            browser.signIn(name);
            browser.get("/oversight");
            assertThat(browser.status).isEqualTo(403);
            assertThat(browser.body).contains("You may not do this");
        }
    }

    @Nested
    class The_language_switch {
        @Test
        void keeps_the_page_and_what_was_typed() {
            browser.get("/sign-in?to=/people");
            browser.submit("/language", Map.of("name", "half-typed", "switch-language", "ar", "to", "/people"));
            assertThat(browser.body)
                    .contains("<html lang=\"ar\" dir=\"rtl\"")
                    .contains("value=\"half-typed\"")
                    .contains("value=\"/people\"");
        }
    }

    /// A browser without scripts: keeps cookies, follows redirects, sends the hidden fields of the page's form.
    private static final class Browser {
        private static final Pattern HIDDEN =
                Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">");
        private final HttpClient client = HttpClient.newHttpClient();
        private final Map<String, String> cookies = new LinkedHashMap<>();
        private @Nullable HttpResponse<String> last;
        private String path = "";
        private String body = "";
        private int status;

        void signIn(String name) {
            get("/sign-in");
            submit("/sign-in", Map.of("name", name, "password", PASSWORD));
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

        private static URI uri(String path) {
            return URI.create("http://localhost:"
                    + Objects.requireNonNull(node.getWebServer()).getPort() + path);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
