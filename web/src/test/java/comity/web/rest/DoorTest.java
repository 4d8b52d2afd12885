package comity.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Language;
import comity.kernel.Role;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a call meets before and around its act: token, size, form, language, limits.
class DoorTest {
    private final TwoNodes nodes = TwoNodes.running();
    private final Caller officer = Caller.of(nodes.arvenia, Role.DUTY_OFFICER);
    private final Caller nobody = Caller.nobody(nodes.arvenia);

    @Nested
    class A_call_without_a_good_token {
        @ParameterizedTest
        @ValueSource(
                strings = {"/api/v1/requests", "/api/v1/inbox", "/api/v1/node", "/api/v1/directory", "/api/v1/nowhere"})
        void learns_nothing(String path) {
            Caller.Answer answer = nobody.get(path);
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.problem()).isEqualTo("token-missing");
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
        }

        @Test
        void is_told_that_a_token_is_wrong_even_where_none_is_needed() {
            Caller.Answer answer =
                    nobody.with("Authorization", "Bearer comity_nothing").get("/api/v1/ledger/checkpoint");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.problem()).isEqualTo("token-unknown");
        }

        @Test
        void may_ask_for_what_anyone_may_check() {
            assertThat(nobody.get("/api/v1/ledger/checkpoint").status()).isEqualTo(200);
        }
    }

    @Nested
    class A_call_in_the_wrong_form {
        @Test
        void names_a_path_that_does_not_exist() {
            Caller.Answer answer = officer.get("/api/v1/nowhere");
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.problem()).isEqualTo("no-such-path");
        }

        @Test
        void uses_a_method_that_the_path_does_not_know() {
            Caller.Answer answer = officer.put("/api/v1/inbox", "{}");
            assertThat(answer.status()).isEqualTo(405);
            assertThat(answer.problem()).isEqualTo("method-not-allowed");
        }

        @Test
        void brings_something_that_is_not_json_by_its_own_word() {
            Caller.Answer answer = officer.with("Content-Type", "text/plain").post("/api/v1/lint", "{}");
            assertThat(answer.status()).isEqualTo(415);
            assertThat(answer.problem()).isEqualTo("media-type");
        }

        @Test
        void wants_an_answer_that_does_not_exist() {
            Caller.Answer answer = officer.with("Accept", "application/xml").get("/api/v1/inbox");
            assertThat(answer.status()).isEqualTo(406);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        }

        @Test
        void brings_more_than_a_call_may_carry() {
            Caller.Answer answer = officer.post("/api/v1/lint", "{\"document\": \"" + "x".repeat(1_000_000) + "\"}");
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.problem()).isEqualTo("body-too-large");
        }

        @Test
        void brings_more_than_it_announced() {
            byte[] body = new byte[1_100_000];
            Caller.Answer answer = officer.call(
                    "POST", "/api/v1/lint", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
            assertThat(answer.status()).isEqualTo(413);
        }

        @Test
        void brings_json_that_breaks_off() {
            Caller.Answer answer = officer.post("/api/v1/lint", "{\n  \"document\": {");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.problem()).isEqualTo("body-not-json");
            assertThat(answer.json().path("detail").asString()).contains("2");
        }

        @Test
        void says_one_name_twice() {
            Caller.Answer answer = officer.post("/api/v1/lint", "{\"document\": {}, \"document\": {\"a\": \"b\"}}");
            assertThat(answer.status()).isEqualTo(400);
        }
    }

    @Nested
    class A_problem {
        @Test
        void carries_the_callers_word_for_the_log() {
            Caller.Answer answer = officer.with("Correlation-Id", "night-7").get("/api/v1/nowhere");
            assertThat(answer.header("Correlation-Id")).isEqualTo("night-7");
            assertThat(answer.json().path("correlationId").asString()).isEqualTo("night-7");
        }

        @Test
        void gets_a_word_of_our_own_when_the_callers_could_do_harm_in_a_log() {
            Caller.Answer answer = officer.with("Correlation-Id", "a b\tc{}").get("/api/v1/nowhere");
            assertThat(answer.header("Correlation-Id")).matches("[0-9a-f-]{36}");
        }

        @ParameterizedTest
        @EnumSource(Language.class)
        void speaks_the_callers_language(Language language) {
            Caller.Answer answer =
                    officer.with("Accept-Language", language.tag()).get("/api/v1/nowhere");
            assertThat(answer.header("Content-Language")).isEqualTo(language.tag());
            assertThat(answer.json().path("title").asString()).isNotBlank().doesNotContain("[");
        }

        @Test
        void is_said_differently_in_each_language() {
            Set<String> titles = new HashSet<>();
            for (Language language : Language.values()) {
                titles.add(officer.with("Accept-Language", language.tag())
                        .get("/api/v1/nowhere")
                        .json()
                        .path("title")
                        .asString());
            }
            assertThat(titles).hasSize(Language.values().length);
        }
    }

    @Nested
    class A_list {
        @ParameterizedTest
        @ValueSource(strings = {"limit=0", "limit=201", "limit=many", "side=both", "with=xb"})
        void refuses_a_query_that_means_nothing(String query) {
            Caller.Answer answer = officer.get("/api/v1/requests?" + query);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().at("/errors/0/pointer").asString())
                    .isEqualTo("/" + query.substring(0, query.indexOf('=')));
        }

        @Test
        void leads_from_page_to_page_until_its_end() {
            String first = Ward9.drafted(nodes);
            String second = Ward9.drafted(nodes);
            Set<String> seen = new HashSet<>();
            String path = "/api/v1/requests?side=requesting&limit=1";
            while (!path.isEmpty()) {
                Caller.Answer page = officer.get(path);
                assertThat(page.json().path("requests").size()).isLessThanOrEqualTo(1);
                page.json()
                        .path("requests")
                        .forEach(line -> seen.add(line.path("reference").asString()));
                path = page.header("Link").replaceAll("^<(.*)>; rel=\"next\"$", "$1");
            }
            assertThat(seen).contains(first, second);
        }
    }
}
