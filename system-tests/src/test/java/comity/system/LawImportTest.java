package comity.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The secretariat brings a treaty register to the registry as a table, by command and on a page. What is wrong with it
/// is told by row and column; what is right is seen as a difference, decided by another, and read by every node.
class LawImportTest {
    private static final String GOOD =
            "xb.unc.note.%s,1,XB,unc,DECLARATION,2026-03-02,,,,,,,,\"[en] %s\",a test,,2026-03-02,SEEN,\r\n";
    private static final String BAD =
            "xb.unc.bad,1,ZZ,unc,DECLARATION,2026-02-30,,,,,,,,\"[en] wrong\",a test,,2026-03-02,SEEN,\r\n";

    private final RunningDemo demo = SharedDemo.get();
    private final RunningDemo.Node registry = demo.node("ZZ");

    @TempDir
    private Path folder;

    private record Said(int exit, String out, String err) {}

    /// A command in a process of its own.
    private Said says(String token, String... arguments) {
        try {
            Path err = Files.createTempFile(folder, "err", "");
            ProcessBuilder builder =
                    new ProcessBuilder(Java.commandLine(List.of(arguments))).redirectError(err.toFile());
            builder.environment()
                    .putAll(Map.of("COMITY_NODE", registry.web().toString(), "COMITY_TOKEN", token, "LANG", "en"));
            Process process = builder.start();
            process.getOutputStream().close();
            String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), out, Files.readString(err));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /// The register as it stands, as the command gives it to anybody.
    private String table() {
        Said exported = says("", "law", "export", "--csv");
        assertThat(exported.exit).as(exported.err).isZero();
        assertThat(exported.out).startsWith("id,version,by,instrument");
        return exported.out;
    }

    private PlainBrowser colleague() {
        PlainBrowser browser = new PlainBrowser(registry.web());
        browser.signIn("secretariat-2@registry", "exercise-secretariat-2-registry");
        return browser;
    }

    /// The addresses of everything that was proposed.
    private static List<String> proposals(PlainBrowser reader) {
        return Pattern.compile("/proposals/[0-9a-f-]{36}")
                .matcher(reader.open("/proposals").html())
                .results()
                .map(MatchResult::group)
                .toList();
    }

    @Test
    void a_table_is_proposed_by_command_shown_as_a_difference_and_published_by_a_colleague() throws IOException {
        Path file = file("register.csv", table() + GOOD.formatted("command", "=brought by command"));
        String token = registry.as("secretariat").token();
        Said proposed = says(token, "law", "import", file.toString(), "--json");
        assertThat(proposed.exit).as(proposed.out + proposed.err).isZero();
        JsonNode change = JsonMapper.shared().readTree(proposed.out);
        assertThat(change.path("subject").asString()).isEqualTo("book/treaties");
        assertThat(change.path("differences").toString()).contains("xb.unc.note.command", "=brought by command");
        try (PlainBrowser colleague = colleague();
                PlainBrowser anybody = new PlainBrowser(demo.node("XA").web())) {
            String page = change.path("page").asString();
            assertThat(colleague.open(page).html()).contains("xb.unc.note.command", "=brought by command");
            assertThat(anybody.open("/law/register.csv").html()).doesNotContain("xb.unc.note.command");
            assertThat(colleague.fill(page, page + "/approve", Map.of()).html()).contains(">published");
            ApiCalls.await(
                    "that the node of XA shows it",
                    () -> anybody.open("/law/register.csv").html().contains("xb.unc.note.command"));
            assertThat(anybody.open("/law/register.csv").html())
                    .contains("[en] =brought")
                    .doesNotContain("\"=");
        }
    }

    @Test
    void a_bad_row_is_told_by_row_and_column_and_nothing_is_proposed() throws IOException {
        String table = table();
        List<String> before;
        try (PlainBrowser colleague = colleague()) {
            before = proposals(colleague);
        }
        long row = table.lines()
                        .filter(line -> line.matches("[a-z]{2}[^,]*,\\d+,[A-Z]{2},.*"))
                        .count()
                + 2;
        Path file = file("bad.csv", table + BAD);
        String token = registry.as("secretariat").token();
        Said refused = says(token, "law", "import", file.toString());
        assertThat(refused.exit).isEqualTo(1);
        assertThat(refused.err).contains("row " + row + ", on", "This is not a date such as 2027-02-28: 2026-02-30.");
        assertThat(says(token, "law", "import", file.toString(), "--lang", "fr").err)
                .contains("ligne " + row + ", on", "Ce n’est pas une date");
        Path unknown = file("unknown.csv", table + BAD.replace("2026-02-30", "2026-02-28"));
        assertThat(says(token, "law", "import", unknown.toString()).err)
                .contains("row " + row + ", by", "names a participant that is not in the register: ZZ");
        try (PlainBrowser colleague = colleague()) {
            PlainBrowser.Shown again = colleague.send(
                    "/proposals/file", "/proposals/file", Map.of("subject", "book/treaties"), "bad.csv", table + BAD);
            assertThat(again.html())
                    .contains("Row " + row + ", column on: This is not a date such as 2027-02-28: 2026-02-30.");
            assertThat(proposals(colleague)).isEqualTo(before);
        }
        assertThat(says(token, "law", "check", file.toString()).out).contains("row " + row + ", on");
    }

    @Test
    void a_table_is_proposed_on_the_page() throws IOException {
        try (PlainBrowser colleague = colleague()) {
            PlainBrowser.Shown shown = colleague.send(
                    "/proposals/file",
                    "/proposals/file",
                    Map.of("subject", "book/treaties"),
                    "register.csv",
                    table() + GOOD.formatted("page", "brought on a page"));
            assertThat(shown.address().getPath()).matches("/proposals/[0-9a-f-]{36}");
            assertThat(shown.html()).contains("xb.unc.note.page", "brought on a page");
            String page = shown.address().getPath();
            colleague.fill(page, page + "/withdraw", Map.of());
        }
    }

    @Test
    void only_the_secretariat_proposes_a_register_and_only_to_the_registry() throws IOException {
        Path file = file("register.csv", table() + GOOD.formatted("nobody", "no"));
        Said mission = says(registry.as("mission").token(), "law", "import", file.toString());
        assertThat(mission.exit).isEqualTo(1);
        assertThat(says("", "law", "import", file.toString()).exit).isEqualTo(2);
        RunningDemo.Node state = demo.node("XA");
        Said elsewhere = says(
                state.as("duty-officer").token(),
                "law",
                "import",
                file.toString(),
                "--node",
                state.web().toString());
        assertThat(elsewhere.exit).isEqualTo(1);
        assertThat(elsewhere.err).isNotBlank();
    }
}
