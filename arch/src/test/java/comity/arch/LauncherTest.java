package comity.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The launcher, installed beside a `lib` folder so that it has nothing to build, with Javas that only say what they
/// are asked to run.
class LauncherTest {
    @TempDir
    Path folder;

    private Path installed;

    @BeforeEach
    void install() throws IOException {
        installed = Files.createDirectories(folder.resolve("an installed comity"));
        Files.createDirectory(installed.resolve("lib"));
        Files.copy(House.own().root().resolve("comity"), installed.resolve("comity"));
        runnable(installed.resolve("comity"));
    }

    @Nested
    class The_words {
        @Test
        void demo_and_node_go_to_the_node() throws Exception {
            assertThat(run(java("25.0.3"), "demo", "--reset").text())
                    .contains("java 25.0.3", "comity.node.main.Main demo --reset");
            assertThat(run(java("25.0.3"), "node", "--config", "a b").text())
                    .contains("comity.node.main.Main node --config a b");
        }

        @Test
        void all_others_go_to_the_command_line() throws Exception {
            assertThat(run(java("25.0.3"), "request", "list").text()).contains("comity.cli.main.Main request list");
            assertThat(run(java("25.0.3"), "node", "doctor").text()).contains("comity.cli.main.Main node doctor");
        }

        @Test
        void none_shows_what_there_is() throws Exception {
            Answer answer = run(java("25.0.3"));
            assertThat(answer.code()).isZero();
            assertThat(answer.text()).contains("./comity demo", "./comity test");
        }
    }

    @Nested
    class The_java {
        @Test
        void that_is_named_and_too_old_is_refused_with_code_3() throws Exception {
            Answer answer = run(java("17.0.15"), "demo");
            assertThat(answer.code()).isEqualTo(3);
            assertThat(answer.text()).contains("17.0.15", "not a JDK 25 or newer");
        }

        @Test
        void of_java_home_is_passed_over_when_it_is_too_old() throws Exception {
            Path old = java("17.0.15");
            Path path = java("25.0.3");
            Answer answer =
                    run(Map.of("JAVA_HOME", old.toString(), "PATH", path.resolve("bin") + ":/usr/bin:/bin"), "demo");
            assertThat(answer.text()).contains("java 25.0.3");
        }

        @Test
        void in_the_folder_runtime_comes_before_that_of_java_home() throws Exception {
            Files.move(java("26.0.1"), installed.resolve("runtime"));
            Answer answer = run(Map.of("JAVA_HOME", java("25.0.3").toString(), "PATH", "/usr/bin:/bin"), "demo");
            assertThat(answer.text()).contains("java 26.0.1");
        }

        @Test
        void is_found_when_the_launcher_is_called_through_a_link() throws Exception {
            Path link = Files.createSymbolicLink(folder.resolve("link"), installed.resolve("comity"));
            Answer answer = answerOf(
                    new ProcessBuilder(link.toString(), "demo"),
                    Map.of("COMITY_JAVA_HOME", java("25.0.3").toString(), "PATH", "/usr/bin:/bin"));
            assertThat(answer.text()).contains("comity.node.main.Main demo");
        }
    }

    @Nested
    class The_building {
        @BeforeEach
        void lay_sources() throws IOException {
            Files.delete(installed.resolve("lib"));
            Files.writeString(installed.resolve("pom.xml"), "<project/>");
            Files.createDirectories(installed.resolve("kernel/src/main/java"));
        }

        @Test
        void is_done_once_and_names_the_modules() throws Exception {
            assertThat(build("3.9.9", "mkdir -p node/target/comity/lib").text())
                    .contains("Building Comity with", "Comity kernel [2/18]", "comity.cli.main.Main request list")
                    .doesNotContain("noise");
            assertThat(build("3.9.9", "exit 1").text())
                    .contains("comity.cli.main.Main request list")
                    .doesNotContain("Building");
        }

        @Test
        void is_done_again_when_a_source_is_younger() throws Exception {
            build("3.9.9", "mkdir -p node/target/comity/lib");
            Path source = Files.writeString(installed.resolve("kernel/src/main/java/Younger.java"), "");
            Files.setLastModifiedTime(
                    source,
                    FileTime.from(Files.getLastModifiedTime(installed.resolve("node/target/comity/.stamp"))
                            .toInstant()
                            .plusSeconds(2)));
            assertThat(build("3.9.9", "true").text()).contains("Building Comity with");
        }

        @Test
        void that_fails_shows_the_errors_and_is_tried_again() throws Exception {
            Answer failed = build("3.9.9", "echo '[ERROR] broken'; exit 1");
            assertThat(failed.code()).isEqualTo(1);
            assertThat(failed.text())
                    .contains("[ERROR] broken", "target/build.log")
                    .doesNotContain("cli.main.Main");
            assertThat(build("3.9.9", "mkdir -p node/target/comity/lib").code()).isZero();
        }

        @Test
        void needs_a_maven_that_is_not_too_old() throws Exception {
            Answer answer = build("3.8.6", "true");
            assertThat(answer.code()).isEqualTo(3);
            assertThat(answer.text()).contains("Maven 3.8.7 or newer", "version 3.8.6");
        }

        /// @param act what this Maven does in place of building
        private Answer build(String version, String act) throws Exception {
            Path maven = folder.resolve("mvn");
            Files.writeString(maven, """
                    #!/bin/sh
                    [ "$1" = -v ] && { echo "Apache Maven %s (somewhere)"; exit 0; }
                    echo "[INFO] Building Comity kernel 0.1.0-SNAPSHOT        [2/18]"
                    echo "[INFO] noise"
                    %s
                    """.formatted(version, act));
            runnable(maven);
            Path java = java("25.0.3");
            runnable(Files.writeString(java.resolve("bin/javac"), "#!/bin/sh\n"));
            return run(
                    Map.of(
                            "COMITY_JAVA_HOME", java.toString(),
                            "COMITY_MAVEN", maven.toString(),
                            "PATH", "/usr/bin:/bin"),
                    "request",
                    "list");
        }
    }

    @Test
    void names_the_go_packages_when_those_that_are_named_are_not_there() throws Exception {
        Answer answer =
                run(Map.of("COMITY_CHROMIUM", "/bin/sh", "COMITY_GO", "/nowhere/go", "PATH", "/usr/bin:/bin"), "test");

        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.text()).contains("golang-go", "golang-golang-x-mod-dev", "COMITY_GO=");
    }

    @Test
    void names_the_packages_for_evidence_when_those_that_are_named_are_not_there() throws Exception {
        Path there = Files.createDirectories(installed.resolve("gocode/src/golang.org/x/mod/sumdb/tlog"));
        Path gopath = there.resolve("../../../../../..").normalize();
        Map<String, String> go =
                Map.of("COMITY_CHROMIUM", "/bin/sh", "COMITY_GO", "/bin/sh", "COMITY_GOPATH", gopath.toString());
        Map<String, String> withoutAge = new HashMap<>(go);
        withoutAge.put("COMITY_AGE", "/nowhere/age");
        withoutAge.put("PATH", "/usr/bin:/bin");
        Answer answer = run(withoutAge, "test");
        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.text()).contains("packages age and openssl", "COMITY_AGE=");

        Map<String, String> withoutTypage = new HashMap<>(go);
        withoutTypage.put("COMITY_AGE", "/bin/sh");
        withoutTypage.put("COMITY_TYPAGE", "/nowhere");
        withoutTypage.put("PATH", "/usr/bin:/bin");
        answer = run(withoutTypage, "test");
        assertThat(answer.code()).isEqualTo(3);
        assertThat(answer.text()).contains("age-encryption", "COMITY_TYPAGE=");
    }

    @Test
    void is_plain_shell_for_every_shell_that_is_here() throws Exception {
        for (String shell : List.of("sh", "dash", "bash")) {
            if (Stream.of("/bin/", "/usr/bin/").anyMatch(at -> Files.exists(Path.of(at + shell)))) {
                Answer answer = answerOf(
                        new ProcessBuilder(
                                shell, "-n", installed.resolve("comity").toString()),
                        Map.of("PATH", "/usr/bin:/bin"));
                assertThat(answer).as(shell).isEqualTo(new Answer(0, ""));
            }
        }
    }

    private record Answer(int code, String text) {}

    private Answer run(Path java, String... words) throws Exception {
        return run(Map.of("COMITY_JAVA_HOME", java.toString(), "PATH", "/usr/bin:/bin"), words);
    }

    private Answer run(Map<String, String> environment, String... words) throws Exception {
        List<String> command = Stream.concat(
                        Stream.of("sh", installed.resolve("comity").toString()), Stream.of(words))
                .toList();
        return answerOf(new ProcessBuilder(command), environment);
    }

    private static Answer answerOf(ProcessBuilder builder, Map<String, String> environment) throws Exception {
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }

    /// A folder that looks like a JDK of this version and says what it is asked to run.
    private Path java(String version) throws IOException {
        Path home = folder.resolve("jdk-" + version);
        if (!Files.exists(home)) {
            Path program = Files.createDirectories(home.resolve("bin")).resolve("java");
            Files.writeString(program, "#!/bin/sh\necho java " + version + " \"$@\"\n");
            runnable(program);
            Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        }
        return home;
    }

    private static void runnable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
