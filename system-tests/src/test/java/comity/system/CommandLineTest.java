package comity.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// The main job by command line alone, between two running nodes; each command is a process of its own,
/// as a person at a terminal starts it.
class CommandLineTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("comity.root"), "docs", "examples");
    private static final String YAML = EXAMPLES.resolve("ward-9-storage.yaml").toString();
    private static final String EMERGENCY =
            EXAMPLES.resolve("emergency-ward-9.yaml").toString();
    private static final String JSON_FILE = EXAMPLES.resolve("ward-9-mail.json").toString();

    private final RunningDemo demo = SharedDemo.get();
    private final Terminal ours = new Terminal(demo.node("XA"), "duty-officer");
    private final Terminal theirs = new Terminal(demo.node("XB"), "duty-officer");
    private final Terminal ourCentral = new Terminal(demo.node("XA"), "central-authority");
    private final Terminal theirCentral = new Terminal(demo.node("XB"), "central-authority");

    @Test
    void the_job_goes_from_an_empty_file_to_the_release(@TempDir Path folder) throws IOException {
        Path empty = folder.resolve("mine.yaml");
        ours.done("request", "new", "--to", "XB", "--output", empty.toString());
        assertThat(Files.readString(empty)).contains("requested: \"XB\"");
        assertThat(ours.says("request", "lint", empty.toString()).exit()).isEqualTo(1);

        ours.done("request", "lint", YAML);
        String reference =
                ours.json("request", "send", YAML).at("/summary/reference").asString();
        awaitAct("XB", reference, "acknowledge");
        assertThat(theirs.json("request", "list").path("requests").toString()).contains(reference);
        assertThat(theirs.says("request", "show", reference).out()).contains(reference);
        assertThat(theirs.says("inbox").out()).contains(reference);
        OffsetDateTime update =
                OffsetDateTime.now(ZoneOffset.ofHours(1)).plusHours(2).truncatedTo(ChronoUnit.MINUTES);
        theirs.done("request", "ack", reference, "--next-update-by", update.toString());
        theirs.done("request", "take", reference);
        theirs.done(
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
                "no");
        theirs.done("request", "decide", "order", reference, "--order", "BEL-PRES-0041");
        theirs.done(
                "request",
                "decide",
                "preserved",
                reference,
                "--provider",
                "Nimbus Harbour Cloud",
                "--coverage",
                "full");
        ours.awaitState(reference, "preserved");
        assertThat(ours.says("request", "show", reference).out()).contains(inUtc(update));
        String until = until(reference);

        ours.done("request", "extend", reference, "--days", "30", "--reason", "The request is being translated.");
        theirs.awaitState(reference, "extension-asked");
        theirCentral.done("request", "decide", "extension", reference, "grant", "--days", "30");
        ApiCalls.await(
                "the longer term is known",
                () -> asking().request(reference)
                                .at("/preservation/until")
                                .asString()
                                .compareTo(until)
                        > 0);
        assertThat(until(reference)).isGreaterThan(until);
        ourCentral.done("request", "link-mla", reference, "XA.MLA.2027.000091");
        theirs.awaitState(reference, "held");
        theirs.done("request", "decide", "release", reference, "--reason", "The request for assistance was executed.");
        ours.awaitState(reference, "released");

        ours.done("request", "show", reference, "--timeline");
        asking().awaitCertain(reference);
        assertThat(ours.says("request", "show", reference, "--letters").out()).contains("received for certain");
        ApiCalls.await(
                "that both have the same letters",
                () -> asking().letters(reference)
                        .equals(ApiCalls.as(demo.node("XB"), "duty-officer").letters(reference)));
    }

    @Test
    void data_to_avert_an_emergency_are_asked_for_given_and_looked_at_again() {
        ours.done("emergency", "lint", EMERGENCY);
        String reference = ours.json("emergency", "send", EMERGENCY)
                .at("/summary/reference")
                .asString();
        ours.awaitEmergency(reference, "received");
        assertThat(theirs.says("emergency", "list", "--waiting").out()).contains(reference);
        theirs.done("emergency", "acknowledge", reference);
        theirs.done(
                "emergency",
                "accept",
                reference,
                "--order",
                "BEL-EO-4",
                "--justification",
                "The first ward went down as announced. The second one is threatened for this morning.",
                "--substantial-grounds",
                "no");
        ours.awaitEmergency(reference, "accepted");
        theirCentral.done(
                "exhibit", "new", reference, "--title", "Connections", "--order", "BEL-EO-4", "--article", "unc.41");
        ourCentral.done("emergency", "review", reference, "--finding", "justified", "--text", "The sender was found.");
        ApiCalls.await(
                "the review is known",
                () -> ApiCalls.as(demo.node("XB"), "duty-officer")
                        .get("/api/v1/emergencies/" + reference)
                        .has("peerReview"));
        theirCentral.done("emergency", "review", reference, "--finding", "justified", "--text", "The danger was real.");
        assertThat(theirs.says("emergency", "show", reference).out())
                .contains("The sender was found.", "The danger was real.");
    }

    private static String inUtc(OffsetDateTime time) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT)
                .format(time.withOffsetSameInstant(ZoneOffset.UTC));
    }

    private String until(String reference) {
        return ours.json("request", "show", reference).at("/preservation/until").asString();
    }

    private ApiCalls asking() {
        return ApiCalls.as(demo.node("XA"), "duty-officer");
    }

    /// To a State whose node does not run: it is taken, and waits.
    @Test
    void a_json_file_says_the_same_as_a_yaml_file() {
        ours.done("request", "lint", JSON_FILE);
        assertThat(ours.json("request", "send", JSON_FILE).at("/summary/state").asString())
                .isEqualTo("sent");
    }

    @Test
    void the_law_is_asked_without_a_token() {
        Terminal.Said said = Terminal.run(
                List.of(
                        "law",
                        "eligible",
                        "--from",
                        "XA",
                        "--to",
                        "XG",
                        "--offence",
                        "unc.10",
                        "--measure",
                        "stored-data",
                        "--data",
                        "content"),
                Map.of("COMITY_NODE", demo.node("XA").web().toString(), "LANG", "en"));
        assertThat(said.exit()).as(said.err()).isZero();
        assertThat(said.out()).contains("Gavaria", "Arvenia and Gavaria, 1998", "read it", "40(15)(c)");
        Terminal.Said none = Terminal.run(
                List.of(
                        "law",
                        "eligible",
                        "--from",
                        "XA",
                        "--to",
                        "XA",
                        "--offence",
                        "unc.10",
                        "--measure",
                        "stored-data"),
                Map.of("COMITY_NODE", demo.node("XA").web().toString(), "LANG", "en"));
        assertThat(none.exit()).isEqualTo(1);
        Terminal.Said supposed = Terminal.run(
                List.of(
                        "law",
                        "what-if",
                        "--deposit",
                        "XG=2027-04-18",
                        "--deposit",
                        "QZ=2027-04-19",
                        "--deposit",
                        "FR=2027-04-20",
                        "--json"),
                Map.of("COMITY_NODE", demo.node("XA").web().toString(), "LANG", "en"));
        assertThat(JsonMapper.shared()
                        .readTree(supposed.out())
                        .path("inForceOn")
                        .asString())
                .isEqualTo("2027-07-19");
    }

    @Test
    void a_node_is_examined_from_outside() {
        Terminal.Said human = ours.says("node", "doctor");
        assertThat(human.exit()).isZero();
        assertThat(human.out()).contains("XA");
        assertThat(ours.json("node", "doctor").path("findings").toString())
                .contains("\"reached\"")
                .contains("\"ledger\"")
                .contains("\"queue\"")
                .contains("{\"check\":\"ledger\",\"result\":\"GOOD\"");
    }

    @Test
    void the_exit_code_tells_a_no_from_not_knowing(@TempDir Path folder) throws IOException {
        assertThat(ours.says("request", "show", "XA.PRS.2027.000001-X").exit()).isEqualTo(1);
        Path bad = Files.writeString(folder.resolve("bad.yaml"), """
            requested: XB
            items:
              - type: ipv4
                value: 203.0.113.777
            """);
        Terminal.Said said = ours.says("request", "send", bad.toString());
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out()).contains("bad.yaml:4:");
        assertThat(ours.says("request", "decide").exit()).isEqualTo(2);
        assertThat(Terminal.run(
                                List.of("node", "doctor", "--node", "http://localhost:1"),
                                Map.of("COMITY_TOKEN", "none", "LANG", "en"))
                        .exit())
                .isEqualTo(2);
    }

    private void awaitAct(String state, String reference, String act) {
        ApiCalls.as(demo.node(state), "duty-officer").awaitAct(reference, act);
    }
}
