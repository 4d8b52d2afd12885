package comity.cli.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The command line against nodes that answer wrongly, late or not at all.
class MainTest {
    private static final String SECRET = "comity_a-token-that-nobody-may-read";
    private static final String DONE = """
            {"summary": {"id": "1", "reference": "XA.PRS.2027.000318-W", "side": "requesting", "requestingState": "XA",
              "requestedState": "XB", "state": "withdrawn", "urgency": "none", "waitsFor": "nobody",
              "updatedAt": "2027-03-13T02:12:00Z", "version": 3},
             "document": {}, "acts": [], "links": []}""";
    private final Map<String, String> environment = new HashMap<>(Map.of("COMITY_TOKEN", SECRET, "LANG", "en"));
    private FakeNode node;

    @BeforeEach
    void startNode() throws IOException {
        node = new FakeNode();
        environment.put("COMITY_NODE", node.address());
    }

    @AfterEach
    void stopNode() {
        node.close();
    }

    private record Said(int exit, String out, String err) {
        String all() {
            return out + err;
        }
    }

    private Said says(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(
                new PrintWriter(out), new PrintWriter(err), InputStream.nullInputStream(), environment, arguments);
        return new Said(exit, out.toString(), err.toString());
    }

    private Said withdraws() {
        return says("request", "withdraw", "XA.PRS.2027.000318-W", "--reason", "Found at home.");
    }

    @Nested
    class An_act_whose_answer_gets_lost {
        @Test
        void is_asked_for_again_under_the_same_key() {
            node.breaks().breaks().answers(200, "application/json", DONE);
            assertThat(withdraws().exit()).isZero();
            assertThat(node.asked).hasSizeGreaterThanOrEqualTo(3);
            assertThat(node.asked.stream().map(FakeNode.Asked::key).collect(Collectors.toSet()))
                    .hasSize(1)
                    .noneMatch("null"::equals);
        }

        @Test
        void is_never_called_done_or_undone() {
            for (int i = 0; i < 16; i++) {
                node.breaks();
            }
            Said said = withdraws();
            assertThat(said.exit()).isEqualTo(2);
            String key = node.asked.getFirst().key().replace("\"", "");
            assertThat(said.err()).contains("--idempotency-key " + key);
        }

        @Test
        void waits_for_a_node_whose_database_is_away() {
            node.answers(503, "application/problem+json", """
                            {"type": "urn:comity:problem:outcome-unknown", "title": "Nobody can tell", "status": 503,
                             "detail": "", "instance": "", "correlationId": "", "errors": []}""").answers(200, "application/json", DONE);
            assertThat(withdraws().exit()).isZero();
        }
    }

    @Nested
    class A_node_that_says_no {
        @Test
        void ends_the_command_with_one_and_all_complaints() {
            node.answers(422, "application/problem+json", """
                    {"type": "urn:comity:problem:body-wrong", "title": "Something in it is wrong", "status": 422,
                     "detail": "All is named.", "instance": "", "correlationId": "c-1", "errors": [
                       {"pointer": "/reason", "code": "missing", "weight": "blocks", "text": "This is missing."},
                       {"pointer": "/x", "code": "y", "weight": "blocks", "text": "So is this."}]}""");
            Said said = withdraws();
            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.err()).contains("/reason", "This is missing.", "/x", "So is this.", "c-1");
        }

        @Test
        void to_a_token_leaves_the_question_open() {
            node.answers(401, "application/problem+json", """
                    {"type": "urn:comity:problem:token-unknown", "title": "The token opens nothing", "status": 401,
                     "detail": "", "instance": "", "correlationId": "", "errors": []}""");
            assertThat(withdraws().exit()).isEqualTo(2);
        }
    }

    @Nested
    class Something_that_is_no_node {
        @Test
        void is_not_believed() {
            node.answers(200, "text/html", "<html>Welcome to the hotel's network</html>");
            for (int i = 0; i < 8; i++) {
                node.answers(200, "text/html", "<html>Welcome to the hotel's network</html>");
            }
            assertThat(says("inbox").exit()).isEqualTo(2);
        }

        @Test
        void that_is_not_there_gives_no_answer() {
            node.close();
            assertThat(says("inbox").exit()).isEqualTo(2);
        }

        @Test
        void that_leads_elsewhere_is_not_followed() {
            for (int i = 0; i < 8; i++) {
                node.answers(302, "text/plain", "");
            }
            assertThat(says("inbox").exit()).isEqualTo(2);
            assertThat(node.asked).allMatch(asked -> asked.path().equals("/api/v1/inbox"));
        }
    }

    @Nested
    class The_token {
        @Test
        void is_not_sent_over_an_open_line() {
            environment.put("COMITY_NODE", "http://192.0.2.1");
            Said said = says("inbox");
            assertThat(said.exit()).isEqualTo(2);
            assertThat(said.err()).contains("https");
        }

        @ParameterizedTest
        @ValueSource(strings = {"inbox", "request list --nonsense", "node doctor --json", "request send"})
        void is_never_printed(String line) {
            for (int i = 0; i < 8; i++) {
                node.breaks();
            }
            assertThat(says(line.split(" ")).all()).doesNotContain(SECRET);
        }
    }

    @Nested
    class Wrong_usage {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "request",
                    "request withdraw XA.PRS.2027.000318-W",
                    "request nonsense",
                    "request extend X --days many --reason r",
                    "request ack X --next-update-by 03:30",
                    "request answer X --set port",
                    "inbox --tz Atlantis",
                    "request send",
                    "request lint /no/such/file",
                    "emergency",
                    "emergency nonsense",
                    "emergency accept XA.EMG.2027.000004-1 --order O --justification J",
                    "emergency keep XA.EMG.2027.000004-1 --order O --justification J --substantial-grounds no",
                    "emergency review XA.EMG.2027.000004-1 --finding justified",
                    "emergency send",
                    "emergency send a.yaml --draft XA.EMG.2027.000004-1",
                    "emergency save a.yaml --draft XA.EMG.2027.000004-1 --preservation XA.PRS.2027.000318-W",
                    "emergency lint /no/such/file"
                })
        void ends_with_two_and_asks_no_node(String line) {
            Said said = says(line.isEmpty() ? new String[0] : line.split(" "));
            assertThat(said.exit()).isEqualTo(2);
            assertThat(said.err()).isNotBlank();
            assertThat(node.asked).isEmpty();
        }
    }
}
