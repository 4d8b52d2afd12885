package comity.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Language;
import comity.kernel.Utf8;
import comity.law.treaty.RegisterBook;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The law of a node whose registry has published nothing: the published facts stand in.
class LawCallsTest {
    private static final String QUESTION =
            "/law/ask?from=FR&to=QA&offence=unc.7&measure=stored-data&data=content&on=2026-11-22";

    private final Caller nobody = Caller.nobody(TwoNodes.running().arvenia);

    @Nested
    class The_status {
        @Test
        void is_told_to_anybody_with_the_day_of_entry_into_force_that_would_follow() {
            JsonNode told = nobody.get("/api/v1/law/status?asOf=2026-11-22").json();
            assertThat(told.path("counted").asInt()).isEqualTo(3);
            assertThat(told.path("seen").asInt()).isEqualTo(1);
            assertThat(told.path("needed").asInt()).isEqualTo(40);
            assertThat(told.path("ifCompletedOnThatDay").asString()).isEqualTo("2027-02-20");
            assertThat(told.path("signatories").asInt()).isEqualTo(75);
        }

        @Test
        void follows_a_supposition_without_recording_it() {
            JsonNode told =
                    nobody.get("/api/v1/law/what-if?deposit=FR=2027-04-20").json();
            assertThat(told.path("counted").asInt()).isEqualTo(4);
            assertThat(told.path("supposed").path("FR").asString()).isEqualTo("2027-04-20");
            assertThat(nobody.get("/api/v1/law/status").json().path("counted").asInt())
                    .isEqualTo(3);
        }
    }

    @Nested
    class An_answer {
        private final JsonNode told =
                nobody.get("/api/v1" + QUESTION.replace("/ask", "/eligibility")).json();

        @Test
        void names_each_basis_with_its_reasons_and_their_sources() {
            assertThat(told.path("carries").asString()).isEqualTo("with-facts");
            JsonNode convention = told.path("bases").get(0);
            assertThat(convention.path("basis").asString()).isEqualTo("unc");
            assertThat(convention.path("carries").asString()).isEqualTo("no");
            assertThat(convention.path("reasons").toString())
                    .contains("convention-not-in-force", "deposited-not-bound", "RAPSI", "partly-inferred");
        }

        @Test
        void is_the_same_on_the_page() {
            String page = nobody.get(QUESTION).http().body();
            assertThat(page).contains(told.path("text").asString());
            for (JsonNode basis : told.path("bases")) {
                assertThat(page).contains(basis.path("title").asString());
                for (JsonNode reason : basis.path("reasons")) {
                    assertThat(page).contains(reason.path("text").asString().replace("'", "&#39;"));
                }
            }
        }

        @ParameterizedTest
        @EnumSource
        void is_in_the_readers_language_and_small(Language language) throws IOException {
            Caller.Answer page = nobody.with("Accept-Language", language.tag()).get(QUESTION);
            assertThat(page.header("Content-Language")).isEqualTo(language.tag());
            assertThat(page.http().body()).contains("lang=\"" + language.tag() + "\"");
            assertThat(compressed(page.http().body())).as("bytes").isLessThan(25_000);
        }

        @Test
        void fits_a_bad_line_with_the_whole_table() throws IOException {
            assertThat(compressed(nobody.get("/law").http().body())).isLessThan(30_000);
        }

        private int compressed(String body) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                gzip.write(body.getBytes(StandardCharsets.UTF_8));
            }
            return bytes.size();
        }
    }

    @Nested
    class A_form {
        private static final String REGISTER = """
                {"about":{"en":"a test","fr":"un essai"},"asOf":"2026-11-22","instruments":[
                {"code":"unc","kind":"CONVENTION","titles":{"en":"C"},"complete":true,"assistance":true,
                 "source":"a test","asOf":"2026-11-22","confidence":"SEEN"}],
                "participants":[
                {"code":"XA","iso3":"XAX","kind":"STATE","region":"NONE","names":{"en":"A"}},
                {"code":"XB","iso3":"XBX","kind":"STATE","region":"NONE","names":{"en":"B"}}]}""";

        private final TwoNodes nodes = TwoNodes.apart();

        @Test
        void begins_with_the_nodes_own_state_and_says_in_the_readers_language_what_the_register_is() {
            nodes.belmora.living.take(Map.of(RegisterBook.NAME, Utf8.bytes(REGISTER)));
            Caller reader = Caller.nobody(nodes.belmora).with("Accept-Language", "fr");
            for (String path : List.of("/law/ask", "/law/ask?offence=unc.7", "/law/between")) {
                assertThat(reader.get(path).http().body())
                        .contains("<option value=\"XB\" selected>", "un essai")
                        .doesNotContain("<option value=\"XA\" selected>");
            }
            assertThat(reader.get("/law/ask?from=XA&offence=unc.7").http().body())
                    .contains("<option value=\"XA\" selected>");
        }
    }

    /// Both are real; what is known of them is published with this version.
    @Nested
    class Between_two_states {
        private static final String PAIR = "/law/between?from=FR&to=JP&on=2026-12-01";

        private JsonNode treaty(JsonNode told, String code) {
            for (JsonNode treaty : told.path("treaties")) {
                if (treaty.path("instrument").asString().equals(code)) {
                    return treaty;
                }
            }
            throw new AssertionError(code + " is not in " + told);
        }

        @Test
        void the_treaty_that_binds_both_is_named_with_since_when_and_how_that_is_known() {
            JsonNode told =
                    nobody.get("/api/v1" + PAIR.replace("/between", "/basis")).json();
            JsonNode budapest = treaty(told, "budapest");
            assertThat(budapest.path("binds").asString()).isEqualTo("yes");
            JsonNode france = budapest.path("reasons").get(0);
            assertThat(france.path("text").asString())
                    .isEqualTo("France has been bound since 1 May 2006. Not verified since 26 Jun 2024.");
            assertThat(france.path("source").asString()).contains("Treaty Office of the Council of Europe");
            assertThat(france.path("asOf").asString()).isEqualTo("2024-06-26");
            assertThat(treaty(told, "budapest-2").path("binds").asString()).isEqualTo("not-known");
            assertThat(treaty(told, "unc").path("binds").asString()).isEqualTo("no");
        }

        @ParameterizedTest
        @EnumSource
        void the_page_says_the_same_in_each_language(Language language) {
            Caller reader = nobody.with("Accept-Language", language.tag());
            JsonNode told =
                    reader.get("/api/v1" + PAIR.replace("/between", "/basis")).json();
            String page = reader.get(PAIR).http().body();
            for (JsonNode reason : treaty(told, "budapest").path("reasons")) {
                assertThat(page).contains(reason.path("text").asString().replace("'", "&#39;"));
            }
        }

        @Test
        void a_signature_alone_is_never_taken_for_a_bond() {
            JsonNode told =
                    nobody.get("/api/v1/law/basis?from=FR&to=ZA&on=2026-12-01").json();
            assertThat(treaty(told, "budapest").path("binds").asString()).isEqualTo("not-known");
            assertThat(treaty(told, "budapest").path("reasons").toString()).contains("signed-then", "Wikipedia");
        }
    }

    @Nested
    class A_question_that_cannot_be_read {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "from=fr&to=QA&offence=unc.7&measure=stored-data | /from | law-state-unknown",
                    "from=FR&to=JJ&offence=unc.7&measure=stored-data | /to | law-state-unknown",
                    "from=FR&to=QA&offence=unc.18&measure=stored-data | /offence | law-offence-unknown",
                    "from=FR&to=QA&offence=other&years=-4&measure=stored-data | /years | law-years-wrong",
                    "from=FR&to=QA&offence=unc.7&measure=x | /measure | law-measure-unknown",
                    "from=FR&to=QA&offence=unc.7&measure=stored-data&data=all | /data | law-data-unknown",
                    "from=FR&to=QA&offence=unc.7&measure=stored-data&on=2027-02-29 | /on | law-day-wrong",
                })
        void is_answered_in_words_by_its_field(String query, String pointer, String code) {
            Caller.Answer answer = nobody.get("/api/v1/law/eligibility?" + query);
            assertThat(answer.status()).isEqualTo(422);
            JsonNode errors = answer.json().path("errors");
            assertThat(errors).hasSize(1);
            assertThat(errors.get(0).path("pointer").asString()).isEqualTo(pointer);
            assertThat(errors.get(0).path("code").asString()).isEqualTo(code);
            assertThat(errors.get(0).path("text").asString()).isNotEqualTo(code);
        }

        @Test
        void is_told_everything_at_once_and_keeps_what_was_chosen() {
            Caller.Answer page = nobody.get("/law/ask?from=FR&measure=x&data=all");
            assertThat(page.status()).isEqualTo(422);
            Matcher troubles =
                    Pattern.compile("class=\"wrong\"").matcher(page.http().body());
            assertThat(troubles.results().count()).isEqualTo(4);
            assertThat(page.http().body()).contains("<option value=\"FR\" selected>");
        }

        @ParameterizedTest
        @ValueSource(strings = {"FR", "FR=soon", "=2027-01-01", "ZZZ=2027-01-01"})
        void supposes_no_deposit(String deposit) {
            assertThat(nobody.get("/api/v1/law/what-if?deposit=" + deposit).status())
                    .isEqualTo(422);
        }
    }

    @Nested
    class A_page_of_one_participant {
        @Test
        void shows_reservations_with_their_source_and_what_is_still_to_be_told() {
            String page = nobody.get("/law/states/QA").http().body();
            assertThat(page).contains("Not bound by articles 14, 15 and 16.", "RAPSI");
        }

        @ParameterizedTest
        @ValueSource(strings = {"JJ", "qa", "Q", "QAT"})
        void does_not_exist_for_what_is_no_participant(String code) {
            assertThat(nobody.get("/law/states/" + code).status()).isEqualTo(404);
        }
    }

    @Nested
    class A_feed {
        @Test
        void is_a_calendar_of_days_with_lines_that_are_not_too_long() {
            String calendar = nobody.with("Accept-Language", "ru")
                    .get("/law/calendar.ics")
                    .http()
                    .body();
            assertThat(calendar).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
            assertThat(calendar).contains("DTSTART;VALUE=DATE:20261231");
            assertThat(calendar.split("\r\n"))
                    .allSatisfy(line -> assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                            .isLessThanOrEqualTo(75));
        }

        @Test
        void is_news_that_a_parser_reads() throws Exception {
            String feed = nobody.get("/law/feed.atom").http().body();
            org.w3c.dom.Document read = javax.xml.parsers.DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new java.io.ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8)));
            assertThat(read.getElementsByTagName("entry").getLength()).isGreaterThan(50);
        }

        @Test
        void is_the_table_that_a_spreadsheet_opens() {
            assertThat(nobody.get("/law/register.csv").http().body())
                    .contains("qa.unc.deposit,1,QA,unc,DEPOSIT,2026-02");
        }
    }
}
