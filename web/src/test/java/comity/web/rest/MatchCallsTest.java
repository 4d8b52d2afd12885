package comity.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import comity.cli.main.Main;
import comity.kernel.Language;
import comity.kernel.StateCode;
import comity.law.dispute.Dispute;
import comity.law.dispute.DisputeBook;
import comity.law.living.LivingLaw;
import comity.law.offence.ProvisionId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Conduct in two laws, with the codes of the practice world: on the page, by REST and by command line.
class MatchCallsTest {
    private static final Path BOOKS =
            Path.of(System.getProperty("comity.root", "..")).resolve("node/src/main/resources/comity/node/demo/law");
    private static final String WARD_9 =
            "/law/match?from=XD&to=XB&offence=unc.10&measure=extradition&on=2027-03-13&go=1";
    private static final String WARD_9_CALL = """
            {"conduct": {"about": "A hospital's system was stopped.",
              "acts": [{"act": "stops a system", "offences": [{"offence": "unc.10"}]}]},
             "from": "XD", "to": "XB", "on": "2027-03-13", "measure": "extradition"}""";

    private final Caller nobody = Caller.nobody(TwoNodes.running().arvenia);

    private static Map<String, byte[]> books() throws IOException {
        Map<String, byte[]> books = new HashMap<>();
        for (String state : new String[] {"XA", "XB", "XC", "XD", "XE", "XF", "XG"}) {
            books.put("law/" + state, Files.readAllBytes(BOOKS.resolve(state + ".json")));
        }
        return books;
    }

    @BeforeAll
    static void takeTheBooks() throws IOException {
        TwoNodes.running().arvenia.context.getBean(LivingLaw.class).take(books());
    }

    private String page(String path) {
        Caller.Answer answer = nobody.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.http().body();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("'", "&#39;").replace("<", "&lt;");
    }

    private static int compressed(String body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    @Nested
    class An_opinion {
        @ParameterizedTest
        @CsvSource({
            "XA, XB, unc.16, matched, Matched.",
            "XD, XB, unc.10, matched-with-facts, Matched with facts to state.",
            "XA, XD, unc.16, not-matched, Not matched.",
            "XE, XG, unc.13&way=unc.13/deception, not-known, Not known.",
        })
        void is_one_of_four(String from, String to, String offence, String answer, String words) {
            String body = page("/law/match?from=%s&to=%s&offence=%s&on=2027-03-13".formatted(from, to, offence));
            assertThat(body).contains("<strong>" + words + "</strong>");
            String id = offence.replaceAll("&.*", "");
            String ways = offence.contains("way=") ? "\"" + offence.replaceAll(".*way=", "") + "\"" : "";
            JsonNode told = nobody.post("/api/v1/law/match", """
                            {"conduct": {"about": "a", "acts": [{"act": "a", "offences":
                              [{"offence": "%s", "ways": [%s]}]}]}, "from": "%s", "to": "%s", "on": "2027-03-13"}""".formatted(id, ways, from, to))
                    .json();
            assertThat(told.path("answer").asString()).isEqualTo(answer);
        }

        @Test
        void is_the_same_on_the_page_and_for_a_program() {
            JsonNode told = nobody.post("/api/v1/law/match", WARD_9_CALL).json();
            JsonNode offence = told.path("acts").get(0).path("offences").get(0);
            String body = page(WARD_9);
            assertThat(body).contains(escaped(told.path("text").asString()));
            assertThat(body)
                    .contains(escaped(told.path("dualCriminality").path("text").asString()));
            for (JsonNode side : offence.path("sides")) {
                assertThat(body)
                        .contains(
                                escaped(side.path("citation").asString()),
                                escaped(side.path("penaltyText").asString()),
                                escaped(side.path("seriousText").asString()),
                                escaped(side.path("limitationText").asString()),
                                escaped(side.path("vouchedText").asString()));
                side.path("points")
                        .forEach(point -> assertThat(body)
                                .contains(escaped(point.path("text").asString())));
            }
            for (JsonNode row : offence.path("rows")) {
                assertThat(body).contains(escaped(row.path("name").asString()));
            }
        }

        @Test
        void names_the_fact_to_state_and_is_matched_once_it_is_shown() {
            JsonNode told = nobody.post("/api/v1/law/match", WARD_9_CALL).json();
            JsonNode second = told.at("/acts/0/offences/0/sides/1");
            assertThat(second.at("/points/0/code").asString()).isEqualTo("fact-to-state");
            assertThat(second.at("/points/0/text").asString()).contains("Serious harm");
            assertThat(second.path("penalty").asString()).isEqualTo("P5Y");
            assertThat(page(WARD_9 + "&shown=serious-harm")).contains("<strong>Matched.</strong>");
        }

        @Test
        void says_plainly_that_nobody_has_verified_a_law() {
            assertThat(page("/law/match?from=XA&to=XG&offence=unc.10&on=2027-03-13"))
                    .contains("Nobody has verified at least one of the entries behind this.");
        }

        @ParameterizedTest
        @EnumSource
        void is_in_the_readers_language_and_small(Language language) throws IOException {
            Caller.Answer answer =
                    nobody.with("Accept-Language", language.tag()).get(WARD_9);
            assertThat(answer.header("Content-Language")).isEqualTo(language.tag());
            assertThat(answer.http().body()).doesNotContain("[match.", "[law.", "[element.", "[standing.");
            assertThat(compressed(answer.http().body())).isLessThan(25_000);
        }
    }

    @Nested
    class A_dispute {
        private static final String REASON = "The text has 'seriously' since 2026; <b>see</b> the gazette.";

        private final LivingLaw living = TwoNodes.running().arvenia.context.getBean(LivingLaw.class);

        private JsonNode second() {
            return nobody.post("/api/v1/law/match", WARD_9_CALL).json().at("/acts/0/offences/0/sides/1");
        }

        @Test
        void stands_beside_the_entry_and_the_answer_that_rests_on_it_and_changes_no_answer() throws IOException {
            JsonNode before = nobody.post("/api/v1/law/match", WARD_9_CALL).json();
            assertThat(second().path("disputes")).isEmpty();
            ProvisionId id = new ProvisionId(second().path("provision").asString());
            DisputeBook book = DisputeBook.empty()
                    .with(new Dispute(id, Optional.of(new StateCode("XD")), LocalDate.of(2027, 2, 28), REASON));
            Map<String, byte[]> books = books();
            books.put("disputes/XB", book.write());
            living.take(books);
            try {
                JsonNode told = second().at("/disputes/0");
                assertThat(told.path("by").asString()).isEqualTo("XD");
                assertThat(told.path("on").asString()).isEqualTo("2027-02-28");
                assertThat(told.path("reason").asString()).isEqualTo(REASON);
                JsonNode after = nobody.post("/api/v1/law/match", WARD_9_CALL).json();
                assertThat(after.path("answer")).isEqualTo(before.path("answer"));
                assertThat(after.at("/acts/0/answer")).isEqualTo(before.at("/acts/0/answer"));
                assertThat(after.at("/acts/0/offences/0/rows")).isEqualTo(before.at("/acts/0/offences/0/rows"));
                assertThat(nobody.get("/api/v1/law/offences/XB").json().path("provisions"))
                        .filteredOn(one -> !one.path("disputes").isEmpty())
                        .singleElement()
                        .satisfies(one ->
                                assertThat(one.path("provision").asString()).isEqualTo(id.id()));
                for (String path : List.of(WARD_9, "/law/offences/XB")) {
                    assertThat(page(path))
                            .contains("&lt;b&gt;see", "28 Feb 2027")
                            .doesNotContain("<b>see");
                }
                for (Language language : Language.values()) {
                    String body = nobody.with("Accept-Language", language.tag())
                            .get(WARD_9)
                            .http()
                            .body();
                    assertThat(body).contains("<q dir=\"auto\">").doesNotContain("[match.");
                }
            } finally {
                living.take(books());
            }
        }
    }

    @Nested
    class A_question_that_cannot_be_read {
        @Test
        void is_told_everything_at_once_and_keeps_what_was_typed() {
            Caller.Answer answer = nobody.get(
                    "/law/match?from=XA&to=XJ1&offence=unc.13&way=unc.13/magic&shown=serious-harm&part=dreamt&on=soon&go=1");
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.http().body())
                    .contains("unc.13/magic", "dreamt", "“soon”", "value=\"XA\" selected", "value=\"serious-harm\"");
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "{\"acts\": []} | /conduct | match-conduct-wrong",
                    "{\"about\": \"a\", \"acts\": [{\"act\": \"a\", \"offences\": [{\"offence\": \"unc.99\"}]}]} "
                            + "| /conduct | match-conduct-wrong",
                })
        void is_named_by_its_field(String conduct, String pointer, String code) {
            Caller.Answer answer = nobody.post(
                    "/api/v1/law/match", "{\"conduct\": " + conduct + ", \"from\": \"XA\", \"to\": \"XB\"}");
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
            assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo(code);
        }
    }

    @Nested
    class The_pages_beside_it {
        @ParameterizedTest
        @EnumSource
        void are_in_every_language_and_small(Language language) throws IOException {
            Caller reader = nobody.with("Accept-Language", language.tag());
            for (String path : new String[] {
                "/law/offences",
                "/law/offences/XA",
                "/law/gaps/XE",
                "/law/guide",
                "/law/guide?topic=ransomware&q-entered=YES",
                "/law/match"
            }) {
                Caller.Answer answer = reader.get(path);
                assertThat(answer.status()).as(path).isEqualTo(200);
                assertThat(answer.http().body())
                        .as(path)
                        .doesNotContain("[match.", "[law.", "[element.", "[question.", "[kind.", "[gap.");
                assertThat(compressed(answer.http().body())).as(path).isLessThan(40_000);
            }
        }

        @Test
        void show_a_law_with_its_text_penalty_and_who_vouches() {
            assertThat(page("/law/offences/XA"))
                    .contains("Code pénal, art. 323-2", "original", "Verified by the State", "official translation");
            assertThat(page("/law/offences/XG")).contains("Nobody has verified this.");
        }

        @Test
        void write_to_the_ministry_what_is_missing() {
            assertThat(page("/law/gaps/XE")).contains("Article 16", "Law on victims and intimate images");
        }

        @Test
        void give_the_book_as_a_file_that_is_read_again() {
            String csv = page("/law/offences/XB.csv");
            assertThat(csv).contains("row,state,", "Penal Code, s. 312-4");
            String json = page("/law/offences/XB.json");
            assertThat(JsonMapper.shared().readTree(json).at("/law/state").asString())
                    .isEqualTo("XB");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/law/offences/JJ", "/law/offences/FR.json", "/law/gaps/JJ", "/law/offences/xa"})
        void do_not_exist_for_what_nobody_knows(String path) {
            assertThat(nobody.get(path).status()).isEqualTo(404);
        }

        @Test
        void lead_from_replies_to_offences_that_can_be_compared() {
            String body = page("/law/guide?topic=ransomware&from=XD&to=XB&q-system-down=YES&q-by-data=YES"
                    + "&q-permission=NO&q-on-purpose=YES&q-testing=YES");
            assertThat(body).contains("Security research in good faith", "/law/match?from=XD&amp;to=XB&amp;offence=");
            String address = body.replaceAll("(?s).*?href=\"(/law/match\\?from=[^\"]*)\".*", "$1")
                    .replace("&amp;", "&");
            assertThat(page(address)).contains("id=\"answer\"");
        }

        @Test
        void say_which_reply_makes_no_sense() {
            Caller.Answer answer = nobody.get("/law/guide?topic=ransomware&q-entered=maybe");
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.http().body()).contains("“maybe” is not a reply");
            assertThat(nobody.get("/law/guide?topic=weather").status()).isEqualTo(422);
        }
    }

    @Nested
    class A_program {
        @Test
        void reads_a_law() {
            JsonNode told = nobody.get("/api/v1/law/offences/XG").json();
            assertThat(told.path("verifiedBy").asString()).isEqualTo("person");
            assertThat(told.path("provisions")
                            .valueStream()
                            .map(one -> one.path("verifiedBy").asString()))
                    .contains("nobody");
            assertThat(nobody.get("/api/v1/law/offences/FR").status()).isEqualTo(404);
            assertThat(nobody.get("/api/v1/law/offences/XG/book?form=xml").status())
                    .isEqualTo(422);
        }
    }

    @Nested
    class At_a_terminal {
        @TempDir
        private Path folder;

        private record Said(int exit, String out, String err) {}

        private Said says(String language, String... arguments) {
            StringWriter out = new StringWriter();
            StringWriter err = new StringWriter();
            int exit = Main.run(
                    new PrintWriter(out),
                    new PrintWriter(err),
                    InputStream.nullInputStream(),
                    Map.of("COMITY_NODE", TwoNodes.running().arvenia.address().toString(), "LANG", language),
                    arguments);
            return new Said(exit, out.toString(), err.toString());
        }

        private String file(String name, String text) throws IOException {
            return Files.writeString(folder.resolve(name), text).toString();
        }

        @Test
        void conduct_is_compared() throws IOException {
            String conduct = file("conduct.json", """
                    {"about": "Images were spread.",
                     "acts": [{"act": "spreads", "offences": [{"offence": "unc.16"}]}]}""");
            Said same = says("en", "law", "match", "--conduct", conduct, "--laws", "XA,XB", "--on", "2027-03-13");
            assertThat(same.exit()).as(same.err()).isZero();
            assertThat(same.out()).contains("Matched");
            Said lacking = says("fr", "law", "match", "--conduct", conduct, "--laws", "XA,XD", "--on", "2027-03-13");
            assertThat(lacking.exit()).as(lacking.err()).isEqualTo(1);
            assertThat(lacking.out()).contains("Pas de concordance");
            assertThat(says("en", "law", "match", "--conduct", conduct, "--laws", "XA")
                            .exit())
                    .isEqualTo(2);
        }

        @Test
        void the_table_says_of_every_element_what_both_laws_say() throws IOException {
            JsonNode asked = JsonMapper.shared().readTree(WARD_9_CALL);
            String conduct = file("ward-9.json", asked.path("conduct").toString());
            Said said = says("en", "law", "match", "--conduct", conduct, "--laws", "XD,XB", "--on", "2027-03-13");
            assertThat(said.exit()).as(said.err()).isZero();
            JsonNode told = nobody.with("Accept-Language", "en")
                    .post("/api/v1/law/match", WARD_9_CALL)
                    .json();
            JsonNode offence = told.at("/acts/0/offences/0");
            assertThat(offence.path("rows")).isNotEmpty();
            List<String> lines = said.out().lines().map(String::strip).toList();
            for (JsonNode row : offence.path("rows")) {
                String cells = "(?s).*\\Q" + row.path("standingText").asString() + "\\E.*\\Q"
                        + row.at("/first/text").asString() + "\\E.*\\Q"
                        + row.at("/second/text").asString() + "\\E.*";
                assertThat(lines)
                        .as(row.path("name").asString())
                        .anySatisfy(line -> assertThat(line)
                                .startsWith(row.path("name").asString())
                                .matches(cells));
            }
            for (JsonNode side : offence.path("sides")) {
                assertThat(said.out())
                        .contains(
                                side.path("name").asString() + ": "
                                        + side.path("text").asString(),
                                side.path("citation").asString(),
                                side.path("penaltyText").asString());
            }
            assertThat(said.out()).contains("Serious harm", told.path("text").asString());
        }

        @Test
        void a_book_that_was_written_out_is_found_whole() throws IOException {
            Said written = says("en", "law", "export", "--state", "XB", "--csv");
            assertThat(written.exit()).as(written.err()).isZero();
            Said checked = says("en", "law", "check", file("XB.csv", written.out()));
            assertThat(checked.exit()).as(checked.out() + checked.err()).isZero();
        }

        @Test
        void a_broken_book_is_told_by_row_and_column() throws IOException {
            String csv = says("en", "law", "export", "--state", "XB", "--csv").out();
            String broken = csv.replaceFirst("2027-\\d\\d-\\d\\d", "2027-02-30");
            Said said = says("en", "law", "check", file("broken.csv", broken));
            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.out()).contains("row 2, asOf", "2027-02-30");
        }

        @Test
        void a_register_that_contradicts_itself_is_told() throws IOException {
            String register = nobody.get("/law/register.json").http().body();
            assertThat(says("en", "law", "check", file("register.json", register))
                            .exit())
                    .isZero();
            Said said = says(
                    "ru",
                    "law",
                    "check",
                    file("twice.json", register.replace("\"on\":\"2025-10-25\"", "\"on\":\"2024-10-25\"")));
            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.out()).contains("не был открыт для подписания");
        }
    }
}
