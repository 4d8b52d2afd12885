package comity.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import comity.cli.main.Main;
import comity.kernel.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Exhibits at a terminal, and files that are brought to a real node over lines that break.
class ExhibitByCommandLineTest {
    private static final String REQUEST = Handover.heldRequest(TwoNodes.running());
    private static final int MEBIBYTE = 1 << 20;

    private final TwoNodes nodes = TwoNodes.running();
    private final String exhibit = Handover.exhibit(nodes, REQUEST);
    private final String token = Handover.newPerson(nodes, Role.CENTRAL_AUTHORITY);

    @TempDir
    private Path folder;

    private record Said(int exit, String out, String err) {
        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }

        Said well() {
            assertThat(exit).describedAs("%s%n%s", out, err).isZero();
            return this;
        }
    }

    private Map<String, String> environment(URI node, String token) {
        return new HashMap<>(Map.of(
                "COMITY_NODE",
                node.toString(),
                "COMITY_TOKEN",
                token,
                "LANG",
                "en",
                "XDG_CACHE_HOME",
                folder.resolve("cache").toString()));
    }

    private Said say(String... words) {
        return sayTo(nodes.belmora.address(), words);
    }

    private Said sayTo(URI node, String... words) {
        return sayAs(token, node, words);
    }

    private Said sayAs(String who, URI node, String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(
                new PrintWriter(out),
                new PrintWriter(err),
                InputStream.nullInputStream(),
                environment(node, who),
                words);
        return new Said(exit, out.toString(), err.toString());
    }

    private Path file(String name, int length) throws IOException {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return Files.write(folder.resolve(name), bytes);
    }

    /// Brings a file with these words behind it on the line.
    private Said upload(Path file, String... more) {
        return say(Stream.concat(Stream.of("exhibit", "upload", exhibit, file.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    /// An exhibit of a little file, on its way to the State that asked.
    private void handOver(String exhibit) throws IOException {
        say("exhibit", "upload", exhibit, file("a.bin", 10).toString()).well();
        say("exhibit", "hand-over", exhibit).well();
    }

    /// Begins an exhibit and gives its reference.
    private String begun(String title, String... more) {
        return say(Stream.concat(
                                Stream.of(
                                        "exhibit",
                                        "new",
                                        REQUEST,
                                        "--title",
                                        title,
                                        "--order",
                                        "Order 78/2027",
                                        "--json"),
                                Stream.of(more))
                        .toArray(String[]::new))
                .well()
                .json()
                .at("/summary/reference")
                .asString();
    }

    private JsonNode shown() {
        return say("exhibit", "show", exhibit, "--json").well().json();
    }

    @Nested
    class An_exhibit {
        @Test
        void is_begun_listed_and_shown_with_its_custody() {
            String begun = begun(
                    "Mailbox of nh-7f31c2",
                    "--conditions",
                    "Only in this case.",
                    "--keep-until",
                    "2199-12-31",
                    "--sensitive");
            assertThat(say("exhibit", "list", REQUEST).well().out())
                    .contains(begun, "Mailbox of nh-7f31c2", "Being put together");
            assertThat(say("exhibit", "show", begun).well().out())
                    .contains(
                            "Order 78/2027", "Only in this case.", "2199-12-31", "Sensitive", "collected", "hand-over");
        }

        @Test
        void gives_a_file_back_and_can_be_destroyed() throws IOException {
            upload(file("a.bin", 10)).well();
            say("exhibit", "remove", exhibit, "a.bin").well();
            assertThat(shown().path("files")).isEmpty();
            say("exhibit", "destroy", exhibit, "--reason", "Not needed").well();
            Said late = upload(file("b.bin", 10));
            assertThat(late.exit()).isEqualTo(1);
            assertThat(late.err()).contains("wrong-state");
        }

        @Test
        void is_sealed_by_hand_to_the_State_that_the_directory_of_a_node_names() throws IOException {
            Path out = folder.resolve("sealed");
            say("seal", "--to", "XA", "--out", out.toString(), file("a.bin", 10).toString())
                    .well();
            assertThat(out.resolve("payload.age")).exists();
            Said nobody = say(
                    "seal",
                    "--to",
                    "QQ",
                    "--out",
                    folder.resolve("no").toString(),
                    file("b.bin", 10).toString());
            assertThat(nobody.exit()).isEqualTo(1);
            assertThat(folder.resolve("no")).doesNotExist();
        }

        @Test
        void says_what_is_not_handed_over_to_its_own_State_alone() throws Exception {
            Path list = Files.writeString(folder.resolve("kept.txt"), "a".repeat(64) + "  mail/2026-11.mbox\n");
            say("exhibit", "list-remainder", exhibit, list.toString(), "--ground", "privileged")
                    .well();
            JsonNode listed = shown().at("/remainders/0");
            assertThat(listed.path("ground").asString()).isEqualTo("privileged");
            String document = say("exhibit", "remainder", exhibit, "1", "--json")
                    .well()
                    .json()
                    .path("document")
                    .asString();
            assertThat(document).contains("mail/2026-11.mbox");
            assertThat(comity.kernel.Sha256.hex(comity.kernel.Utf8.bytes(document)))
                    .isEqualTo(listed.path("sha256").asString());
            assertThat(say("exhibit", "show", exhibit).well().out()).contains("It is privileged", "rest set apart");
            assertThat(say("exhibit", "remainder", exhibit, "2").exit()).isEqualTo(1);

            Files.writeString(list, "not a digest");
            Said no = say("exhibit", "list-remainder", exhibit, list.toString(), "--ground", "filtered");
            assertThat(no.exit()).isEqualTo(1);
            assertThat(no.err()).contains("At least one line is no SHA-256");

            handOver(exhibit);
            untilReceived(exhibit);
            assertThat(there("exhibit", "show", exhibit).well().out())
                    .contains("rest set apart")
                    .doesNotContain("It is privileged");
            assertThat(there("exhibit", "remainder", exhibit, "1").exit()).isEqualTo(1);
        }

        @Test
        void is_handed_over_checked_opened_noted_and_put_away() throws IOException {
            handOver(exhibit);
            untilReceived(exhibit);
            assertThat(there("exhibit", "list", REQUEST).well().out()).contains(exhibit, "← XB");
            assertThat(there("exhibit", "check", exhibit, "--wait").well().out())
                    .contains("Received whole");
            assertThat(there("exhibit", "open", exhibit, "--why", "To read it", "--wait")
                            .well()
                            .out())
                    .contains("load the bundle down");
            there("exhibit", "note", exhibit, "--kind", "copied", "--hand", "examiner", "--what", "For the laboratory")
                    .well();
            there("exhibit", "put-away", exhibit).well();
            assertThat(there("exhibit", "show", exhibit).well().out())
                    .contains("opened", "copied", "For the laboratory", "The custody is whole");
            assertThat(there("exhibit", "fetch-again", exhibit).exit()).isEqualTo(1);
        }

        @Test
        void that_is_offered_can_be_taken_back() throws IOException {
            handOver(exhibit);
            while (shown().at("/summary/state").asString().equals("sealing")) {
                Thread.onSpinWait();
            }
            assertThat(say("exhibit", "withdraw", exhibit, "--reason", "Mistake")
                            .well()
                            .out())
                    .contains("Offer taken back");
        }

        @Test
        void that_is_sensitive_tells_oversight_alone_how_long_it_has_lain_open() throws IOException {
            String sensitive = begun("Pictures", "--sensitive");
            handOver(sensitive);
            untilReceived(sensitive);
            URI node = nodes.arvenia.address();
            String second = nodes.arvenia.tokenOf("second-" + sensitive, Set.of(Role.CENTRAL_AUTHORITY));
            there("exhibit", "open", sensitive, "--why", "To read it");
            sayAs(second, node, "exhibit", "open", sensitive, "--why", "Present", "--wait")
                    .well();
            nodes.clock.advance(Duration.ofMinutes(90));
            there("exhibit", "put-away", sensitive).well();
            nodes.clock.advance(Duration.ofMinutes(5));
            String oversight = nodes.arvenia.token(Role.OVERSIGHT);
            JsonNode told = sayAs(oversight, node, "exhibit", "show", sensitive, "--json")
                    .well()
                    .json()
                    .path("exposures");
            assertThat(told).hasSize(1);
            assertThat(told.at("/0/role").asString()).isEqualTo("central-authority");
            // Two people of one role have each seen it for an hour and a half.
            assertThat(told.at("/0/seconds").asLong()).isEqualTo(3 * 3600);
            assertThat(sayAs(oversight, node, "exhibit", "show", sensitive)
                            .well()
                            .out())
                    .contains("How long it lay open", "3:00:00");
            assertThat(there("exhibit", "show", sensitive).well().out()).doesNotContain("How long it lay open");
        }

        /// What somebody in the State says that gets it.
        private Said there(String... words) {
            return sayAs(nodes.arvenia.token(Role.CENTRAL_AUTHORITY), nodes.arvenia.address(), words);
        }

        private void untilReceived(String exhibit) {
            Caller theirs = Caller.of(nodes.arvenia, Role.CENTRAL_AUTHORITY);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (!theirs.get("/api/v1/exhibits/" + exhibit)
                    .json()
                    .at("/summary/state")
                    .asString("")
                    .equals("received")) {
                assertThat(System.nanoTime()).as("time").isLessThan(end);
                nodes.carry();
            }
        }

        @ParameterizedTest
        @ValueSource(strings = {"check", "fetch-again", "put-away"})
        void that_is_not_here_cannot_be_worked_on(String act) {
            assertThat(say("exhibit", act, exhibit).exit()).isEqualTo(1);
        }

        @Test
        void that_is_not_here_cannot_be_opened_or_noted() {
            assertThat(say("exhibit", "open", exhibit, "--why", "To read it", "--wait")
                            .exit())
                    .isEqualTo(1);
            assertThat(say("exhibit", "note", exhibit, "--kind", "copied", "--hand", "court", "--what", "A copy")
                            .exit())
                    .isEqualTo(1);
            assertThat(say("exhibit", "open", exhibit).exit()).isEqualTo(2);
        }

        @ParameterizedTest
        @ValueSource(strings = {"en", "fr", "es", "ru", "ar", "zh-Hans"})
        void is_shown_in_each_language(String language) {
            assertThat(say("exhibit", "show", exhibit, "--lang", language)
                            .well()
                            .out())
                    .contains(exhibit);
            assertThat(say("exhibit", "upload", "--help", "--lang", language)
                            .well()
                            .out())
                    .contains("--limit");
        }
    }

    @Nested
    class Files_that_are_brought {
        @Test
        void are_taken_one_after_the_other_and_a_folder_with_all_that_is_in_it() throws IOException {
            Path logs = Files.createDirectories(folder.resolve("logs/day"));
            Files.writeString(logs.resolve("one.txt"), "one");
            Files.createFile(logs.resolve("nothing.txt"));
            Said said = upload(
                            file("disk.img", 3 * MEBIBYTE),
                            folder.resolve("logs").toString(),
                            "--json")
                    .well();
            assertThat(said.json().path("files").findValuesAsString("result"))
                    .containsExactly("taken", "taken", "taken");
            assertThat(shown().path("files").findValuesAsString("name"))
                    .containsExactlyInAnyOrder("disk.img", "logs/day/nothing.txt", "logs/day/one.txt");
            assertThat(shown().path("files").findValuesAsString("compared")).containsOnly("true");
        }

        @Test
        void are_not_brought_twice() throws IOException {
            Path file = file("a.bin", 1_000);
            upload(file).well();
            Said again = upload(file, "--json").well();
            assertThat(again.json().at("/files/0/result").asString()).isEqualTo("there");
            assertThat(again.json().at("/files/0/sent").asLong(-1)).isZero();
        }

        @Test
        void are_refused_when_another_file_has_the_name() throws IOException {
            upload(file("a.bin", 1_000)).well();
            Said other = upload(file("a.bin", 1_001), file("c.bin", 5).toString());
            assertThat(other.exit()).isEqualTo(1);
            assertThat(other.err()).contains("a.bin", "name-twice");
            assertThat(other.out()).contains("c.bin");
        }

        @Test
        void are_told_of_and_given_up_while_they_are_not_whole() {
            byte[] file = new byte[10_000];
            Tus tus = Tus.withToken(nodes.belmora, token);
            String path = tus.begun(exhibit, "half.img", file);
            tus.patch(path, 0, new byte[4_000]);
            String upload = path.substring(path.lastIndexOf('/') + 1);
            assertThat(say("exhibit", "show", exhibit).well().out())
                    .contains("Not whole yet", upload, "4000", "10000", "half.img");
            assertThat(say("exhibit", "give-up", exhibit, upload).well().out()).contains("Given up.");
            assertThat(shown().path("uploads")).isEmpty();
            Said again = say("exhibit", "give-up", exhibit, upload);
            assertThat(again.exit()).isEqualTo(1);
            assertThat(again.err()).contains("not-found");
            assertThat(say("exhibit", "give-up", exhibit, "nonsense").exit()).isEqualTo(1);
            assertThat(sayTo(URI.create("http://localhost:9"), "exhibit", "give-up", exhibit, upload)
                            .exit())
                    .isEqualTo(2);
        }

        @Test
        void need_a_node_that_answers() throws IOException {
            Said said = sayTo(
                    URI.create("http://localhost:9"),
                    "exhibit",
                    "upload",
                    exhibit,
                    file("a.bin", 10).toString());
            assertThat(said.exit()).isEqualTo(2);
        }

        @Test
        void need_a_limit_that_lets_something_through() throws IOException {
            assertThat(upload(file("a.bin", 10), "--limit", "0").exit()).isEqualTo(2);
        }
    }

    @Nested
    class A_line_that_is_cut {
        @Test
        void costs_only_what_was_on_it() throws IOException {
            int length = 20 * MEBIBYTE;
            try (CutLine line = new CutLine(nodes.belmora.address(), 5, 3 * MEBIBYTE)) {
                Said said = sayTo(
                                line.address(),
                                "exhibit",
                                "upload",
                                exhibit,
                                file("disk.img", length).toString(),
                                "--json")
                        .well();
                assertThat(line.cutsLeft()).isZero();
                assertThat(said.json().at("/files/0/result").asString()).isEqualTo("taken");
                // What lay in buffers when the line was cut is sent again; a line that began anew would carry far more.
                assertThat(line.passed()).isBetween((long) length, length + 15L * MEBIBYTE);
            }
            assertThat(shown().at("/files/0/bytes").asLong()).isEqualTo(length);
        }
    }

    @Nested
    class A_run_that_is_killed {
        @Test
        void is_gone_on_with_by_the_next() throws Exception {
            int length = 48 * MEBIBYTE;
            Path file = file("disk.img", length);
            Process process = start("exhibit", "upload", exhibit, file.toString(), "--limit", "12000000");
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
            while (lying() < 20 * MEBIBYTE) {
                assertThat(process.isAlive()).as("still at work").isTrue();
                assertThat(System.nanoTime()).isLessThan(until);
                Thread.onSpinWait();
            }
            process.destroyForcibly().waitFor();
            assertThat(shown().path("files")).isEmpty();
            Said second = upload(file, "--json").well();
            assertThat(second.json().at("/files/0/result").asString()).isEqualTo("taken");
            assertThat(second.json().at("/files/0/sent").asLong()).isBetween(1L, length - 20L * MEBIBYTE);
            assertThat(shown().at("/files/0/bytes").asLong()).isEqualTo(length);
            try (Stream<Path> remembered = Files.list(folder.resolve("cache/comity/uploads"))) {
                assertThat(remembered).isEmpty();
            }
        }

        private Process start(String... words) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin/java").toString(),
                    "-Xmx96m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName()));
            command.addAll(List.of(words));
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(environment(nodes.belmora.address(), token));
            return builder.start();
        }

        /// How much of this exhibit's only upload has come.
        private long lying() throws IOException {
            try (Stream<Path> files = Files.walk(nodes.belmora.uploads.folder())) {
                return files.filter(file -> file.endsWith("data"))
                        .mapToLong(file -> file.toFile().length())
                        .max()
                        .orElse(0);
            }
        }
    }
}
