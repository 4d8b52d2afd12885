package comity.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Role;
import comity.web.rest.Desk.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What a person at a terminal meets beside the straight way of the job, which is walked between two running nodes in
/// `system-tests`: questions, refusals, withdrawals, bad files, other languages, missing roles.
class JobByCommandLineTest {
    private static final String FILE =
            Ward9.EXAMPLES.resolve("ward-9-storage.yaml").toString();
    private final TwoNodes nodes = TwoNodes.running();
    private final Desk ours = new Desk(nodes.arvenia, Role.DUTY_OFFICER, "en");
    private final Desk theirs = new Desk(nodes.belmora, Role.DUTY_OFFICER, "en");

    private String sent() {
        String reference = ours.says("request", "send", FILE, "--json")
                .well()
                .json()
                .at("/summary/reference")
                .asString();
        nodes.carry();
        return reference;
    }

    private String stateAt(Desk desk, String reference) {
        return desk.says("request", "show", reference, "--json")
                .well()
                .json()
                .at("/summary/state")
                .asString();
    }

    private void done(Desk desk, String... arguments) {
        desk.says(arguments).well();
        nodes.carry();
    }

    @Nested
    class A_job_off_the_straight_way {
        @Test
        void can_ask_for_more_and_get_it() {
            String reference = sent();
            done(theirs, "request", "ack", reference);
            done(
                    theirs,
                    "request",
                    "decide",
                    "ask-more",
                    reference,
                    "--field",
                    "/items/1/port",
                    "--note",
                    "The port, please.");
            assertThat(stateAt(ours, reference)).isEqualTo("needs-more");
            done(ours, "request", "answer", reference, "--set", "/items/1/port=52991");
            assertThat(stateAt(theirs, reference)).isEqualTo("acknowledged");
        }

        @Test
        void can_end_with_a_refusal_that_gives_its_reasons() {
            String reference = sent();
            done(theirs, "request", "ack", reference);
            JsonNode request =
                    theirs.says("request", "show", reference, "--json").well().json();
            String ground = request.at("/grounds/0/code").asString();
            assertThat(ground).isNotBlank();
            done(
                    theirs,
                    "request",
                    "decide",
                    "consult",
                    reference,
                    "--ground",
                    ground,
                    "--note",
                    "Can you do without item 2?");
            done(ours, "request", "answer", reference, "--note", "No, both items belong together.");
            done(
                    theirs,
                    "request",
                    "decide",
                    "assess",
                    reference,
                    "--necessity",
                    "yes",
                    "--discrimination",
                    "no",
                    "--protected-role",
                    "no",
                    "--refusal-ground",
                    "yes");
            done(
                    theirs.as(Role.CENTRAL_AUTHORITY),
                    "request",
                    "decide",
                    "refuse",
                    reference,
                    "--ground",
                    ground,
                    "--national-law",
                    "State Secrets Act, s. 4",
                    "--reasons",
                    "The server that is named in the second item holds the classified correspondence of a ministry, and the law "
                            + "of Belmora does not allow any copy of it to be made for a purpose other than that for which it "
                            + "was written, even when another State asks for it in good faith and for a serious crime.");
            assertThat(ours.says("request", "show", reference).well().out()).contains("State Secrets Act");
        }

        @Test
        void can_be_taken_back() {
            String reference = sent();
            done(ours, "request", "withdraw", reference, "--reason", "Found at home.");
            assertThat(stateAt(theirs, reference)).isEqualTo("withdrawn");
        }
    }

    @Nested
    class A_paper {
        @Test
        void is_genuine_with_its_fingerprint_and_not_without() {
            String reference = sent();
            nodes.clock.advance(java.time.Duration.ofMinutes(5));
            String fingerprint = ours.says("request", "show", reference, "--json")
                    .json()
                    .path("fingerprint")
                    .asString();
            assertThat(theirs.says("verify", reference, fingerprint).exit()).isZero();
            assertThat(theirs.says("verify", reference, "E1WD-21WX-XS3Q-V4SM").exit())
                    .isEqualTo(1);
        }
    }

    @Nested
    class A_file {
        @Test
        void that_is_wrong_is_told_with_its_lines_and_leaves_nothing_on_the_node(@TempDir Path folder)
                throws Exception {
            Path file = Files.writeString(folder.resolve("bad.yaml"), """
                    requested: XB
                    language: en
                    items:
                      - type: ipv4
                        value: 203.0.113.777
                    """);
            long before = ours.says("request", "list", "--json")
                    .json()
                    .path("requests")
                    .size();
            Said said = ours.says("request", "send", file.toString());
            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.out()).contains("bad.yaml:5:").contains("/items/0/value");
            assertThat(ours.says("request", "list", "--json")
                            .json()
                            .path("requests")
                            .size())
                    .isEqualTo((int) before);
        }

        @Test
        void is_begun_from_the_nodes_own_form(@TempDir Path folder) throws Exception {
            Path file = folder.resolve("mine.yaml");
            ours.in("fr")
                    .says("request", "new", "--to", "XB", "--output", file.toString())
                    .well();
            assertThat(Files.readString(file)).contains("requested: \"XB\"").contains("  - type: \"\"");
            assertThat(ours.says("request", "lint", file.toString()).exit()).isEqualTo(1);
        }
    }

    @Nested
    class A_person {
        @Test
        void reads_problems_in_their_own_language() {
            assertThat(ours.in("ar")
                            .says("request", "show", "XA.PRS.2027.000001-X")
                            .err())
                    .contains("غير موجود");
        }

        @Test
        void without_the_role_gets_no_for_an_answer() {
            String reference = sent();
            Said said = theirs.as(Role.INVESTIGATOR).says("request", "ack", reference);
            assertThat(said.exit()).isEqualTo(1);
            assertThat(stateAt(theirs, reference)).isEqualTo("received");
        }
    }
}
