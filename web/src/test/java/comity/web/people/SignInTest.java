package comity.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Role;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The pages of people, over HTTP, on a real database.
class SignInTest {
    private static final String PASSWORD = PeopleNode.PASSWORD;
    private static final PeopleNode NODE = new PeopleNode();

    private final Browser browser = new Browser(NODE);
    private String name = "";

    @AfterAll
    static void stopPages() {
        NODE.close();
    }

    @BeforeEach
    void addSomebody() {
        name = NODE.addSomebody(Set.of(Role.ADMINISTRATOR));
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
            NODE.clock.advance(Duration.ofMinutes(2));
            browser.submit("/sign-in", Map.of("name", name, "password", PASSWORD));
            assertThat(browser.status).isEqualTo(200);
        }

        @Test
        void without_the_token_of_the_form_is_refused() {
            assertThat(new Browser(NODE).post("/sign-in", Map.of("name", name, "password", PASSWORD)))
                    .isEqualTo(403);
        }
    }

    @Nested
    class A_session {
        @Test
        void survives_a_restart_of_the_node() {
            browser.signIn(name);
            NODE.restart();
            browser.get("/people");
            assertThat(browser.path).isEqualTo("/people");
        }

        @Test
        void ends_when_the_account_is_disabled() {
            browser.signIn(name);
            NODE.accounts().disable(NODE.account(name));
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
            NODE.clock.advance(Duration.ofMinutes(31));
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
            NODE.clock.advance(Duration.ofMinutes(31));
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
            NODE.clock.advance(Duration.ofMinutes(29));
            assertThat(browser.extend()).isEqualTo(1800);
            NODE.clock.advance(Duration.ofMinutes(29));
            browser.get("/people");
            assertThat(browser.path).isEqualTo("/people");
        }

        @Test
        void of_a_duty_officer_is_put_off_ten_times_past_the_shift_and_then_ends() {
            name = NODE.addSomebody(Set.of(Role.DUTY_OFFICER, Role.ADMINISTRATOR));
            browser.get("/people");
            browser.submit("/sign-in", Map.of("name", name, "password", PASSWORD));
            assertThat(browser.body).contains("data-left=\"28800\"");
            NODE.clock.advance(Duration.ofMinutes(8 * 60 - 1));
            for (int time = 1; time <= 10; time++) {
                assertThat(browser.extend()).isEqualTo(31 * 60);
                NODE.clock.advance(Duration.ofMinutes(30));
            }
            assertThat(browser.extend()).isEqualTo(60);
            NODE.clock.advance(Duration.ofMinutes(1));
            browser.get("/people");
            assertThat(browser.path).startsWith("/sign-in");
        }

        @Test
        void that_has_run_out_gives_its_form_to_nobody_else() {
            browser.signIn(name);
            browser.get("/people/new");
            NODE.clock.advance(Duration.ofMinutes(31));
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
}
