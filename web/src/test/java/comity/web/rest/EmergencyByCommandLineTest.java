package comity.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Role;
import comity.web.rest.Desk.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Data to avert an emergency, asked for and given at a terminal.
class EmergencyByCommandLineTest {
    private static final String FILE =
            Ward9.EXAMPLES.resolve("emergency-ward-9.yaml").toString();
    private static final String WHY =
            "Ward 9 went down as announced. The second ward is threatened for six o'clock this morning.";

    private final TwoNodes nodes = TwoNodes.running();
    private final Desk ours = new Desk(nodes.arvenia, Role.DUTY_OFFICER, "en");
    private final Desk theirs = new Desk(nodes.belmora, Role.DUTY_OFFICER, "en");
    private final Desk ourLawyer = ours.as(Role.CENTRAL_AUTHORITY);
    private final Desk theirLawyer = theirs.as(Role.CENTRAL_AUTHORITY);

    @TempDir
    private Path folder;

    private static String reference(Said said) {
        return said.well().json().at("/summary/reference").asString();
    }

    private String sent() {
        String reference = reference(ours.says("emergency", "send", FILE, "--json"));
        nodes.carry();
        return reference;
    }

    private Said done(Desk desk, String... arguments) {
        Said said = desk.says(arguments).well();
        nodes.carry();
        return said;
    }

    private static JsonNode shown(Desk desk, String reference) {
        return desk.says("emergency", "show", reference, "--json").well().json();
    }

    private static String state(Desk desk, String reference) {
        return shown(desk, reference).at("/summary/state").asString();
    }

    private int kept() {
        return ours.says("emergency", "list", "--limit", "200", "--json")
                .well()
                .json()
                .path("emergencies")
                .size();
    }

    @Nested
    class The_whole_way {
        @Test
        void goes_from_a_file_to_an_exhibit_and_two_reviews() {
            ours.says("emergency", "lint", FILE).well();
            String reference = sent();
            assertThat(theirs.says("emergency", "list", "--waiting").well().out())
                    .contains(reference, "← XA", "received");
            assertThat(theirs.says("inbox").well().out()).contains("Emergencies", reference);
            assertThat(done(theirs, "emergency", "acknowledge", reference).out())
                    .contains("acknowledged", "accept, keep");
            done(
                    theirs,
                    "emergency",
                    "accept",
                    reference,
                    "--order",
                    "BEL-EO-4",
                    "--justification",
                    WHY,
                    "--substantial-grounds",
                    "no",
                    "--conditions",
                    "Only to avert the danger.");
            assertThat(theirs.says("emergency", "show", reference).well().out())
                    .contains("BEL-EO-4", WHY, "Only to avert the danger.", "/risk/who");
            assertThat(ours.says("emergency", "show", reference).well().out())
                    .contains("given at once", "Only to avert the danger.")
                    .doesNotContain("BEL-EO-4", WHY);
            done(
                    theirLawyer,
                    "exhibit",
                    "new",
                    reference,
                    "--title",
                    "Last connections",
                    "--order",
                    "BEL-EO-4",
                    "--article",
                    "unc.41");
            assertThat(theirs.says("exhibit", "list", reference).well().out()).contains("Last connections");
            done(
                    ourLawyer,
                    "emergency",
                    "review",
                    reference,
                    "--finding",
                    "justified",
                    "--assistance",
                    "XA.MLA.2027.91",
                    "--text",
                    "The sender was found.");
            done(
                    theirLawyer,
                    "emergency",
                    "review",
                    reference,
                    "--finding",
                    "justified",
                    "--text",
                    "The danger was real.");
            assertThat(ours.says("emergency", "show", reference).well().out())
                    .contains("it was an emergency – The sender was found.", "XA.MLA.2027.91")
                    .contains("it was an emergency – The danger was real.");
            assertThat(ours.says("emergency", "show", reference, "--timeline")
                            .well()
                            .out())
                    .contains("The data are given at once");
            ours.says("emergency", "show", reference, "--letters").well();
        }

        @Test
        void may_end_with_data_kept_a_no_or_taking_it_back() {
            String kept = sent();
            done(
                    theirs,
                    "emergency",
                    "keep",
                    kept,
                    "--order",
                    "BEL-EO-5",
                    "--justification",
                    WHY,
                    "--substantial-grounds",
                    "unknown",
                    "--reasons",
                    "A judge must decide first.");
            assertThat(ours.says("emergency", "show", kept).well().out())
                    .contains("kept, not given", "A judge must decide first.");
            String declined = sent();
            done(theirLawyer, "emergency", "decline", declined, "--reasons", "No danger is shown.");
            assertThat(state(ours, declined)).isEqualTo("declined");
            String withdrawn = sent();
            done(ours, "emergency", "withdraw", withdrawn, "--reason", "The sender was arrested.");
            assertThat(state(theirs, withdrawn)).isEqualTo("withdrawn");
        }
    }

    @Nested
    class A_file {
        @Test
        void is_begun_from_the_nodes_own_form() throws Exception {
            Path file = folder.resolve("mine.yaml");
            ours.in("fr")
                    .says("emergency", "new", "--to", "XB", "--output", file.toString())
                    .well();
            assertThat(Files.readString(file))
                    .contains("requested: \"XB\"", "comity emergency lint", "risk:", "tooSlow: \"\"");
            Said read = ours.says("emergency", "lint", file.toString());
            assertThat(read.exit()).isEqualTo(1);
            assertThat(read.out()).contains("/risk/who", "Nothing was kept or sent.");
        }

        @Test
        void that_is_wrong_is_told_with_its_lines_and_leaves_nothing_on_the_node() throws Exception {
            Path file = Files.writeString(folder.resolve("bad.yaml"), """
                    requested: XB
                    language: en
                    truth: no
                    """);
            int before = kept();
            Said said = ours.says("emergency", "send", file.toString());
            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.out()).contains("bad.yaml:3:", "[truth-not-declared]", "/approver/phone");
            assertThat(kept()).isEqualTo(before);
        }

        @Test
        void is_kept_as_a_draft_and_gone_on_with() throws Exception {
            Path file = Files.writeString(folder.resolve("part.yaml"), "requested: XB\nlanguage: en\n");
            Said saved = ours.says("emergency", "save", file.toString()).well();
            assertThat(saved.out()).contains("Kept as draft XA.EMG.").doesNotContain("Nothing was kept");
            String draft = saved.out().replaceAll("(?s).*(XA\\.EMG\\.\\d{4}\\.\\d{6}-[0-9A-Z*]).*", "$1");
            assertThat(ours.says("emergency", "send", "--draft", draft).exit()).isEqualTo(1);
            ours.says("emergency", "save", FILE, "--draft", draft).well();
            done(ours, "emergency", "send", "--draft", draft);
            assertThat(state(theirs, draft)).isEqualTo("received");
        }

        @Test
        void may_leave_the_data_to_a_preservation() throws Exception {
            Path file = Files.writeString(folder.resolve("part.yaml"), "requested: XB\n");
            String preservation = Ward9.sent(nodes);
            JsonNode draft = ours.says("emergency", "save", file.toString(), "--preservation", preservation, "--json")
                    .well()
                    .json();
            assertThat(draft.at("/document/items/0/value").asString()).isEqualTo("nh-7f31c2");
        }
    }

    @Nested
    class A_person {
        @Test
        void without_the_role_gets_no_for_an_answer() {
            String reference = sent();
            Said said = theirs.says("emergency", "decline", reference, "--reasons", "No.");
            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.err()).contains("Your role does not allow this.");
            assertThat(state(theirs, reference)).isEqualTo("received");
        }

        @Test
        void who_says_too_little_is_told_what_is_missing_in_their_own_language() {
            String reference = sent();
            Said said = theirs.in("fr")
                    .says(
                            "emergency",
                            "accept",
                            reference,
                            "--order",
                            "BEL-EO-4",
                            "--justification",
                            "Ransom.",
                            "--substantial-grounds",
                            "no");
            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.err()).contains("deux phrases");
            assertThat(state(theirs, reference)).isEqualTo("received");
        }

        @ParameterizedTest
        @ValueSource(strings = {"ar", "es", "fr", "ru", "zh"})
        void reads_every_line_of_a_request_in_their_own_language(String language) {
            String reference = sent();
            assertThat(theirs.in(language)
                            .says("emergency", "show", reference)
                            .well()
                            .out())
                    .doesNotContain("Requesting State", "What the request says");
            assertThat(theirs.in(language).says("emergency", "accept", "--help").out())
                    .doesNotContain("Why at once");
        }
    }
}
