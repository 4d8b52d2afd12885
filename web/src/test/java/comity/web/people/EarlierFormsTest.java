package comity.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Role;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// What becomes of a form whose page was opened before its person signed in or out in another tab, and
/// of a form that only pretends to be one.
class EarlierFormsTest {
    private static final String FORM = "/people/new";
    private static final Map<String, String> TYPED =
            Map.of("name", "newcomer", "display", "Typed in the first tab", "password", PeopleNode.PASSWORD);
    private static final PeopleNode NODE = new PeopleNode();

    private final Browser first = new Browser(NODE);
    private final Browser second = first.anotherTab();
    private String name = "";

    @AfterAll
    static void stopPages() {
        NODE.close();
    }

    @BeforeEach
    void openAForm() {
        NODE.noted.clear();
        name = NODE.addSomebody(Set.of(Role.ADMINISTRATOR));
        first.signIn(name);
        first.get(FORM);
    }

    @Nested
    class A_form_whose_person_signed_in_again_in_another_tab {
        @BeforeEach
        void signInAgain() {
            second.signIn(name);
        }

        @Test
        void is_given_back_whole_but_for_the_password_and_is_not_carried_out() {
            first.submit(FORM, TYPED);
            assertThat(first.path).startsWith("/kept/");
            assertThat(first.body)
                    .contains("from a page of an earlier session")
                    .contains("Typed in the first tab")
                    .contains("action=\"/people/new\"")
                    .doesNotContain(PeopleNode.PASSWORD);
            assertThat(NODE.accounts().findBySignInName("newcomer")).isEmpty();
            assertThat(NODE.noted).isEmpty();

            first.submit("/language", Map.of("switch-language", "en"));
            assertThat(first.body).contains("value=\"newcomer\"").contains("value=\"Typed in the first tab\"");
        }

        @Test
        void is_carried_out_when_its_person_sends_it_again() {
            String roles = "/people/" + NODE.account(name) + "/roles";
            first.submit(roles, Map.of("roles", Role.OVERSIGHT.code()));
            assertThat(first.path).startsWith("/kept/");
            assertThat(roles()).containsExactly(Role.ADMINISTRATOR);
            first.submit(roles, Map.of());
            assertThat(roles()).containsExactly(Role.OVERSIGHT);
        }

        private Set<Role> roles() {
            return NODE.accounts().find(NODE.account(name)).orElseThrow().roles();
        }

        @Test
        void is_known_after_a_restart_of_the_node_too() {
            NODE.restart();
            first.submit(FORM, TYPED);
            assertThat(first.body).contains("Typed in the first tab");
        }

        @Test
        void is_not_kept_when_it_is_too_large_and_nobody_is_blamed() {
            first.submit(FORM, Map.of("display", "x".repeat(300_000)));
            assertThat(first.status).isEqualTo(413);
            assertThat(NODE.noted).isEmpty();
        }

        @Test
        void is_told_the_token_of_now_when_its_script_asks_for_a_longer_session() {
            assertThat(first.call("/session/extend", first.hidden("_csrf"))).isEqualTo(409);
            assertThat(first.call("/session/extend", first.header("X-XSRF-TOKEN")))
                    .isEqualTo(200);
            assertThat(NODE.noted).isEmpty();
        }

        @Test
        void is_one_of_thirty_at_most_that_are_kept_for_a_person() {
            String earlier = first.body;
            first.submit(FORM, TYPED);
            String oldest = first.path;
            for (int i = 1; i < AccountBook.MOST_KEPT; i++) {
                sendNow(earlier);
            }
            assertThat(status(oldest)).isEqualTo(200);
            sendNow(earlier);
            assertThat(status(first.path)).isEqualTo(200);
            assertThat(status(oldest)).isEqualTo(404);
        }

        private void sendNow(String page) {
            NODE.clock.advance(Duration.ofSeconds(1));
            first.body = page;
            first.submit(FORM, TYPED);
        }

        private int status(String path) {
            second.get(path);
            return second.status;
        }
    }

    @Nested
    class A_form_whose_person_signed_out_in_another_tab {
        @BeforeEach
        void signOut() {
            second.get("/people");
            second.submit("/sign-out", Map.of());
        }

        @Test
        void is_given_back_to_the_same_person_when_they_have_signed_in() {
            first.submit(FORM, TYPED);
            assertThat(first.path).startsWith("/sign-in?kept=");
            first.submit("/sign-in", Map.of("name", name, "password", PeopleNode.PASSWORD));
            assertThat(first.body).contains("Typed in the first tab").doesNotContain(PeopleNode.PASSWORD);
        }

        @Test
        void is_given_to_nobody_else() {
            first.submit(FORM, TYPED);
            String other = NODE.addSomebody(Set.of(Role.ADMINISTRATOR));
            first.submit("/sign-in", Map.of("name", other, "password", PeopleNode.PASSWORD));
            assertThat(first.status).isEqualTo(404);
            assertThat(first.body).doesNotContain("Typed in the first tab");
        }

        @Test
        void is_not_kept_for_an_account_that_is_closed() {
            NODE.accounts().disable(NODE.account(name));
            first.submit(FORM, TYPED);
            assertThat(first.path).isEqualTo("/sign-in");
        }
    }

    @Nested
    class A_form_of_somebody_else_than_who_signed_in_in_another_tab {
        @Test
        void is_refused_and_noted() {
            second.signIn(NODE.addSomebody(Set.of(Role.ADMINISTRATOR)));
            first.submit(FORM, TYPED);
            assertThat(first.status).isEqualTo(403);
            assertThat(NODE.noted).containsExactly(FORM);
        }
    }

    @Nested
    class A_page_opened_before_anybody_had_signed_in {
        private final Browser early = new Browser(NODE);
        private final Browser later = early.anotherTab();

        @BeforeEach
        void openTheSignInPage() {
            early.get("/sign-in?to=/people/new");
        }

        @Test
        void leads_on_when_its_person_has_signed_in_in_another_tab() {
            later.signIn(name);
            early.submit("/sign-in", Map.of("name", name, "password", PeopleNode.PASSWORD));
            assertThat(early.path).isEqualTo(FORM);
            assertThat(NODE.noted).isEmpty();
        }

        @Test
        void is_shown_again_with_the_name_when_somebody_else_has() {
            later.signIn(name);
            String other = NODE.addSomebody(Set.of(Role.ADMINISTRATOR));
            early.submit("/sign-in", Map.of("name", other, "password", PeopleNode.PASSWORD));
            assertThat(early.status).isEqualTo(409);
            assertThat(early.body).contains("value=\"" + other + "\"").doesNotContain(PeopleNode.PASSWORD);
            assertThat(NODE.noted).isEmpty();
            early.submit("/sign-in", Map.of("name", other, "password", PeopleNode.PASSWORD));
            assertThat(early.path).isEqualTo(FORM);
        }

        @Test
        void gives_back_what_was_typed_into_it() {
            later.signIn(name);
            early.submit("/language", Map.of("switch-language", "fr", "remark", "Typed before signing in"));
            assertThat(early.path).startsWith("/kept/");
            assertThat(early.body).contains("Typed before signing in").contains("lang=\"en\"");
        }
    }

    @Nested
    class A_forged_form {
        private Forgery forgery = new Forgery("");

        @BeforeEach
        void readTheToken() {
            forgery = new Forgery(first.hidden("_csrf"));
        }

        @Test
        void without_a_token_is_refused_and_noted() {
            assertRefused("");
        }

        @Test
        void with_a_token_that_is_none_is_refused_and_noted() {
            assertRefused("not base64 !");
            assertRefused("AAAA");
            assertRefused(Base64.getUrlEncoder().encodeToString(new byte[172]));
        }

        @Test
        void with_a_proof_of_the_strangers_own_is_refused_and_noted() {
            forgery.token[forgery.token.length - 1] ^= 1;
            assertRefused(forgery.masked());
        }

        @Test
        void that_names_another_session_or_nobody_is_refused_and_noted() {
            forgery.token[20] ^= 1;
            assertRefused(forgery.masked());
            Arrays.fill(forgery.token, 0, 32, (byte) 0);
            assertRefused(forgery.masked());
        }

        @Test
        void with_a_token_that_another_browser_of_the_same_person_was_given_is_refused_and_noted() {
            Browser elsewhere = new Browser(NODE);
            elsewhere.signIn(name);
            elsewhere.get(FORM);
            assertRefused(elsewhere.hidden("_csrf"));
        }

        @Test
        void with_the_token_of_a_colleague_whose_name_is_replaced_is_refused_and_noted() {
            String colleague = NODE.addSomebody(Set.of(Role.ADMINISTRATOR));
            second.signIn(colleague);
            UUID account = NODE.account(colleague);
            ByteBuffer.wrap(forgery.token)
                    .putLong(account.getMostSignificantBits())
                    .putLong(account.getLeastSignificantBits());
            assertRefused(forgery.masked());
        }

        private void assertRefused(String token) {
            NODE.noted.clear();
            assertThat(second.post(FORM, Map.of("_csrf", token, "display", "Forged")))
                    .isEqualTo(403);
            assertThat(NODE.noted).containsExactly(FORM);
        }

        @Test
        void from_another_site_does_not_make_the_browser_forget_its_secret() {
            Browser withoutCookies = new Browser(NODE);
            assertThat(withoutCookies.post(FORM, Map.of("display", "Forged"))).isEqualTo(403);
            assertThat(withoutCookies.answerHeaders("Set-Cookie")).noneMatch(cookie -> cookie.startsWith("form-"));
        }
    }

    @Nested
    class The_secret_of_a_browser {
        @Test
        void is_given_once_and_not_to_scripts_or_other_sites() {
            Browser fresh = new Browser(NODE);
            fresh.get("/sign-in");
            assertThat(fresh.answerHeaders("Set-Cookie"))
                    .filteredOn(cookie -> cookie.startsWith("form-xa="))
                    .singleElement()
                    .asString()
                    .contains("HttpOnly")
                    .contains("SameSite=Lax")
                    .contains("Path=/");
            fresh.get("/sign-in");
            assertThat(fresh.answerHeaders("Set-Cookie")).isEmpty();
        }
    }

    @Nested
    class Signing_in_again {
        @Test
        void ends_the_session_before_in_the_same_browser() {
            Browser thief = first.copied();
            second.signIn(name);
            thief.get("/people");
            assertThat(thief.path).startsWith("/sign-in");
        }

        @Test
        void after_the_session_has_run_out_gives_back_what_another_tab_still_holds() {
            NODE.clock.advance(Duration.ofMinutes(31));
            second.signIn(name);
            first.submit(FORM, TYPED);
            assertThat(first.path).startsWith("/kept/");
            assertThat(first.body).contains("Typed in the first tab");
        }
    }

    /// A token of a form without its mask, for changing it.
    private static final class Forgery {
        private final byte[] token;

        Forgery(String masked) {
            byte[] bytes = Base64.getUrlDecoder().decode(masked);
            byte[] text = new byte[bytes.length / 2];
            for (int i = 0; i < text.length; i++) {
                text[i] = (byte) (bytes[i] ^ bytes[text.length + i]);
            }
            token = Base64.getUrlDecoder().decode(text);
        }

        /// The token under a mask of nothing.
        String masked() {
            byte[] text = Base64.getUrlEncoder().withoutPadding().encode(token);
            return Base64.getUrlEncoder()
                    .encodeToString(ByteBuffer.allocate(2 * text.length)
                            .put(new byte[text.length])
                            .put(text)
                            .array());
        }
    }
}
