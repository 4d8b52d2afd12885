package comity.evidence.court;

import static org.assertj.core.api.Assertions.assertThat;

import comity.evidence.age.Identity;
import comity.evidence.age.KeyKind;
import comity.evidence.age.Progress;
import comity.evidence.contents.Contents;
import comity.evidence.interop.OtherTools;
import comity.evidence.pack.Checking;
import comity.evidence.pack.Finding;
import comity.evidence.pack.SealedFolder;
import comity.evidence.pack.Sealer;
import comity.evidence.paper.Authority;
import comity.evidence.signature.CadesSigner;
import comity.evidence.signature.SealSigner;
import comity.evidence.signature.TestAuthority;
import comity.evidence.signature.TimestampAuthority;
import comity.evidence.signature.Trust;
import comity.kernel.Language;
import comity.kernel.Utf8;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A bundle is checked by the commands that are printed in it, and they notice whatever is changed.
class BundleTest {
    private static final Identity.Drawn KEY = Identity.draw(KeyKind.POST_QUANTUM);
    private static final TestAuthority BELMORA = new TestAuthority("Belmora");

    @TempDir
    private Path folder;

    private TestAuthority.Timestamps time;
    private Path bundle;

    @BeforeEach
    void make() throws IOException {
        time = BELMORA.timestamps(Instant::now);
        bundle = folder.resolve("bundle");
        Path source = Files.createDirectory(folder.resolve("ward9"));
        Files.writeString(source.resolve("connections.csv"), "event_utc,src_ip\n");
        Files.writeString(source.resolve("100 % журнал.csv"), "session,bytes\n");
        CadesSigner signer = new CadesSigner(
                BELMORA.signer(), Optional.of(new TimestampAuthority(time.address())), Clock.systemUTC());
        seal(source, folder.resolve("sealed"), Optional.of(signer));
        new Bundle(2, Optional.of(Utf8.bytes(TestAuthority.pem(BELMORA.root()))), Optional.of(signer))
                .make(SealedFolder.read(folder.resolve("sealed")), List.of(KEY.identity()), bundle, Progress.NONE);
    }

    private static void seal(Path source, Path target, Optional<SealSigner> signer) {
        new Sealer(Clock.systemUTC(), 2)
                .seal(
                        new Sealer.Wish(
                                Contents.of(List.of(source)),
                                List.of(KEY.recipient()),
                                new Authority(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("EVD.2027.0044")),
                                target,
                                signer),
                        Progress.NONE);
    }

    @AfterEach
    void stop() {
        time.close();
    }

    private List<String> commands() throws IOException {
        return Files.readAllLines(bundle.resolve(Bundle.README)).stream()
                .filter(line -> line.startsWith("$ "))
                .map(line -> line.substring(2))
                .toList();
    }

    private OtherTools.Said shell(String command) {
        return OtherTools.run(bundle, List.of("bash", "-c", command));
    }

    /// What the page says that one should see.
    private boolean allAnswerWell(List<String> commands) {
        return shell(commands.get(0)).text().isEmpty()
                && shell(commands.get(1)).text().isEmpty()
                && shell(commands.get(2)).text().isEmpty()
                && shell(commands.get(3)).text().strip().equals("1")
                && shell(commands.get(4)).text().contains("CMS Verification successful");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> walk = Files.walk(bundle)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    @Test
    void is_found_good_by_the_commands_that_are_printed_in_it_and_by_ours() throws IOException {
        assertThat(commands()).hasSize(5);
        assertThat(allAnswerWell(commands())).isTrue();
        List<Finding> findings = new Checking(
                        2, new Trust(List.of(BELMORA.root()), List.of()), Instant.now(), Progress.NONE)
                .opened(bundle);
        assertThat(findings).extracting(Finding::outcome).containsOnly(Finding.Outcome.GOOD);
        assertThat(findings)
                .extracting(Finding::check)
                .contains(Finding.Check.SIGNER, Finding.Check.TIME, Finding.Check.CONTENTS);
    }

    @Test
    void is_never_found_good_when_a_byte_of_any_file_is_changed() throws IOException {
        List<String> commands = commands();
        List<String> missed = new ArrayList<>();
        for (Path file : files()) {
            byte[] genuine = Files.readAllBytes(file);
            byte[] spoiled = genuine.clone();
            spoiled[genuine.length / 2] ^= 1;
            Files.write(file, spoiled);
            boolean byOurs = new Checking(
                            2, new Trust(List.of(BELMORA.root()), List.of()), Instant.now(), Progress.NONE)
                    .opened(bundle).stream().allMatch(finding -> finding.outcome() == Finding.Outcome.GOOD);
            if (byOurs) {
                missed.add(bundle.relativize(file) + " by ours");
            }
            if (allAnswerWell(commands)) {
                missed.add(bundle.relativize(file) + " by the commands");
            }
            Files.write(file, genuine);
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void says_in_six_languages_what_it_is() throws IOException {
        String page = Files.readString(bundle.resolve(Bundle.README));
        for (Language language : Language.values()) {
            assertThat(page).contains("[" + language.tag() + "]");
        }
        assertThat(page).doesNotContain("{");
    }

    @Test
    void holds_the_page_that_checks_it_in_a_browser() throws IOException {
        assertThat(bundle.resolve(Bundle.PAGE)).hasBinaryContent(Bundle.page());
        String readme = Files.readString(bundle.resolve(Bundle.README));
        assertThat(readme.split(Bundle.PAGE, -1)).hasSize(Language.values().length + 1);
    }

    @Test
    void holds_a_container_that_openssl_verifies() throws IOException {
        Path container = Files.createDirectory(folder.resolve("container"));
        unzip(bundle.resolve(Bundle.CONTAINER), container);
        Files.writeString(container.resolve("roots.pem"), TestAuthority.pem(BELMORA.root()));
        assertThat(Files.readString(container.resolve("mimetype"))).isEqualTo("application/vnd.etsi.asic-e+zip");
        try (Stream<Path> parts = Files.list(container.resolve("META-INF"))) {
            List<String> names =
                    parts.map(part -> part.getFileName().toString()).toList();
            String signature = names.stream()
                    .filter(name -> name.endsWith(".p7s"))
                    .findFirst()
                    .orElseThrow();
            String manifest = names.stream()
                    .filter(name -> name.startsWith("ASiCManifest"))
                    .findFirst()
                    .orElseThrow();
            assertThat(OtherTools.run(
                                    container,
                                    List.of(
                                            "openssl",
                                            "cms",
                                            "-verify",
                                            "-binary",
                                            "-inform",
                                            "DER",
                                            "-in",
                                            "META-INF/" + signature,
                                            "-content",
                                            "META-INF/" + manifest,
                                            "-CAfile",
                                            "roots.pem",
                                            "-purpose",
                                            "any",
                                            "-out",
                                            "/dev/null"))
                            .text())
                    .contains("CMS Verification successful");
            assertThat(Files.readString(container.resolve("META-INF/" + manifest)))
                    .contains("seal.json", "manifest.json", "seal.json.p7s");
        }
    }

    private static void unzip(Path file, Path target) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(file);
                Stream<Path> parts = Files.walk(zip.getPath("/"))) {
            for (Path part : parts.filter(Files::isRegularFile).toList()) {
                Path place = target.resolve(part.toString().substring(1));
                Files.createDirectories(place.getParent());
                Files.copy(part, place);
            }
        }
    }

    @Test
    void describes_the_exhibit_for_tools_that_read_case() throws IOException {
        JsonNode document = JsonMapper.builder().build().readTree(Files.readAllBytes(bundle.resolve(Bundle.CASE)));
        assertThat(document.path("@graph")).hasSize(4);
        assertThat(document.toString()).contains("EVD.2027.0044", "connections.csv", "SHA256");
    }

    @Test
    void has_no_command_for_a_signature_that_is_not_there() throws IOException {
        Path unsigned = folder.resolve("unsigned");
        seal(folder.resolve("ward9"), unsigned, Optional.empty());
        bundle = folder.resolve("second");
        new Bundle(2, Optional.empty(), Optional.empty())
                .make(SealedFolder.read(unsigned), List.of(KEY.identity()), bundle, Progress.NONE);
        assertThat(commands()).hasSize(4).noneMatch(command -> command.contains("openssl"));
        assertThat(bundle.resolve(Bundle.CONTAINER)).doesNotExist();
    }
}
