package comity.cli.main;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Language;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The commands on evidence as a person types them, on a machine that knows no node.
class EvidenceVerbsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    private Path sealed;
    private Path opened;
    private Path key;
    private String recipient;

    /// What a command said.
    private record Said(int exit, String out, String err) {
        JsonNode json() {
            return JSON.readTree(out);
        }
    }

    private static Said run(Object... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(
                new PrintWriter(out),
                new PrintWriter(err),
                new ByteArrayInputStream(new byte[0]),
                Map.of(),
                Arrays.stream(words).map(Object::toString).toArray(String[]::new));
        return new Said(exit, out.toString(), err.toString());
    }

    @BeforeEach
    void draw() throws IOException {
        sealed = folder.resolve("sealed");
        opened = folder.resolve("opened");
        key = folder.resolve("key.txt");
        recipient = run("keygen", "--out", key).out().strip();
        Files.writeString(folder.resolve("connections.csv"), "event_utc,src_ip\n2027-03-12T22:58:31Z,198.51.100.23\n");
        Files.writeString(folder.resolve("subscriber.csv"), "account_id\nnh-7f31c2\n");
    }

    private Said seal(Object... more) {
        List<Object> words = new java.util.ArrayList<>(
                List.of("seal", "--to", recipient, "--out", sealed, "--request", "XA.PRS.2027.000318"));
        words.addAll(List.of(more));
        words.addAll(List.of(folder.resolve("connections.csv"), folder.resolve("subscriber.csv")));
        return run(words.toArray());
    }

    private void spoil(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
    }

    @Nested
    class Keygen {
        @Test
        void shows_the_recipient_and_keeps_the_secret_for_its_owner() throws IOException {
            assertThat(recipient).startsWith("age1pq1");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(key)).contains("AGE-SECRET-KEY-PQ-1", "# public key: " + recipient);
            Said again = run("keygen", "--out", key);
            assertThat(again.exit()).isEqualTo(2);
            assertThat(again.err()).contains("is there already");
        }

        @Test
        void draws_the_older_kind_when_asked() {
            Said said = run("keygen", "--x25519", "--out", folder.resolve("old.txt"), "--json");
            assertThat(said.json().path("recipient").stringValue(""))
                    .startsWith("age1")
                    .hasSize(62);
            assertThat(said.out()).doesNotContain("SECRET");
        }
    }

    @Nested
    class Sealing_to_an_entry_of_the_directory {
        private Said sealTo(String entry) throws IOException {
            Path file = Files.writeString(folder.resolve("XB.json"), entry);
            return run("seal", "--to", file, "--out", sealed, folder.resolve("subscriber.csv"));
        }

        @Test
        void seals_to_its_present_key() throws IOException {
            String older =
                    run("keygen", "--out", folder.resolve("older.txt")).out().strip();
            assertThat(sealTo("{\"state\": \"XB\", \"node\": {\"sealingKeys\": [\"%s\", \"%s\"]}}"
                                    .formatted(recipient, older))
                            .exit())
                    .isZero();
            assertThat(run("open", "--identity", key, "--out", opened, sealed).exit())
                    .isZero();
            assertThat(run("open", "--identity", folder.resolve("older.txt"), "--out", folder.resolve("not"), sealed)
                            .exit())
                    .isNotZero();
        }

        @Test
        void says_when_it_names_no_key() throws IOException {
            for (String entry : List.of("{\"state\": \"XB\"}", "{\"node\": {}}", "{\"node\": {\"sealingKeys\": []}}")) {
                Said said = sealTo(entry);
                assertThat(said.exit()).isEqualTo(2);
                assertThat(said.err()).contains("XB.json names no key to seal to.");
            }
            assertThat(sealTo("{broken").err()).contains("Not a recipient");
            assertThat(sealed).doesNotExist();
        }
    }

    @Nested
    class Seal_and_open {
        @Test
        void bring_the_files_back() throws IOException {
            Said said = seal();
            assertThat(said.exit()).as(said.err()).isZero();
            assertThat(said.out()).contains("opened again and compared").doesNotContain("000318");
            assertThat(said.err()).contains("Not signed");
            Said back = run("open", sealed, "--identity", key, "--out", opened);
            assertThat(back.exit()).as(back.err()).isZero();
            assertThat(opened.resolve("data/connections.csv"))
                    .hasSameBinaryContentAs(folder.resolve("connections.csv"));
            assertThat(run("verify", opened).exit()).isZero();
        }

        @Test
        void answer_programs() {
            JsonNode made = seal("--json").json();
            assertThat(made.path("result").stringValue("")).isEqualTo("good");
            assertThat(made.path("files").intValue()).isEqualTo(2);
            assertThat(made.path("signed").booleanValue()).isFalse();
            JsonNode back = run("open", sealed, "--identity", key, "--out", opened, "--json")
                    .json();
            assertThat(back.path("packageId")).isEqualTo(made.path("packageId"));
        }

        @Test
        void refuse_in_words_and_leave_nothing_behind() throws IOException {
            assertThat(run("seal", "--to", "age1nonsense", "--out", sealed, key).err())
                    .contains("Not a recipient: age1nonsense");
            assertThat(run("seal", "--to", recipient, "--out", sealed, folder.resolve("nowhere"))
                            .err())
                    .contains("nowhere cannot be read");
            seal();
            Said twice = seal();
            assertThat(twice.exit()).isEqualTo(2);
            assertThat(twice.err()).contains("is there already and is not empty");
            Path other = folder.resolve("other.txt");
            run("keygen", "--out", other);
            Said stranger = run("open", sealed, "--identity", other, "--out", opened);
            assertThat(stranger.exit()).isEqualTo(2);
            assertThat(stranger.err()).contains("None of the keys opens");
            spoil(sealed.resolve("payload.age"));
            Said spoiled = run("open", sealed, "--identity", key, "--out", opened);
            assertThat(spoiled.exit()).isEqualTo(1);
            assertThat(spoiled.err()).contains("payload.age", "Nothing was opened");
            assertThat(opened).doesNotExist();
        }

        @Test
        void never_print_the_key() throws IOException {
            Files.writeString(key, Files.readString(key).strip() + "X\n");
            Said said = run("open", sealed, "--identity", key, "--out", opened);
            assertThat(said.exit()).isEqualTo(2);
            assertThat(said.err()).contains("line 3").doesNotContain("SECRET");
        }
    }

    @Nested
    class Verify {
        @Test
        void says_what_a_package_proves_and_what_it_does_not() {
            seal();
            Said closed = run("verify", sealed);
            assertThat(closed.exit()).isZero();
            assertThat(closed.out())
                    .contains("GOOD", "byte for byte the one that was sealed", "nobody signed it")
                    .contains("The contents were not looked at", "nor that what the files say is true");
            Said open = run("verify", sealed, "--identity", key);
            assertThat(open.exit()).isZero();
            assertThat(open.out()).contains("Every file is byte for byte what the manifest says");
        }

        @Test
        void says_which_part_is_not_good() throws IOException {
            seal();
            spoil(sealed.resolve("payload.age"));
            Said said = run("verify", sealed);
            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.out()).contains("NOT GOOD", "it was changed (payload.age 0–");
            assertThat(run("verify", sealed, "--json").json().path("result").stringValue(""))
                    .isEqualTo("not-good");
        }

        @Test
        void cannot_tell_what_is_no_package_or_not_for_this_key() {
            assertThat(run("verify", folder).exit()).isEqualTo(2);
            seal();
            Path other = folder.resolve("other.txt");
            run("keygen", "--out", other);
            assertThat(run("verify", sealed, "--identity", other).exit()).isEqualTo(2);
        }

        @Test
        void wants_a_signature_when_it_is_told_whom_to_trust() throws IOException {
            openssl(
                    "req",
                    "-x509",
                    "-newkey",
                    "ec",
                    "-pkeyopt",
                    "ec_paramgen_curve:P-256",
                    "-nodes",
                    "-keyout",
                    "root.key",
                    "-out",
                    "root.pem",
                    "-subj",
                    "/CN=Belmora root",
                    "-days",
                    "30");
            openssl(
                    "req",
                    "-newkey",
                    "ec",
                    "-pkeyopt",
                    "ec_paramgen_curve:P-256",
                    "-nodes",
                    "-keyout",
                    "seal.key",
                    "-out",
                    "seal.csr",
                    "-subj",
                    "/CN=Belmora seal");
            openssl(
                    "x509",
                    "-req",
                    "-in",
                    "seal.csr",
                    "-CA",
                    "root.pem",
                    "-CAkey",
                    "root.key",
                    "-CAcreateserial",
                    "-out",
                    "seal.pem",
                    "-days",
                    "30");
            Files.writeString(folder.resolve("password"), "open sesame");
            openssl(
                    "pkcs12",
                    "-export",
                    "-inkey",
                    "seal.key",
                    "-in",
                    "seal.pem",
                    "-certfile",
                    "root.pem",
                    "-out",
                    "seal.p12",
                    "-passout",
                    "file:password");
            seal();
            Said unsigned = run("verify", sealed, "--trust", folder.resolve("root.pem"));
            assertThat(unsigned.exit()).isEqualTo(1);
            assertThat(unsigned.out()).contains("nobody signed it");

            sealed = folder.resolve("signed");
            Said made = seal(
                    "--signing-key", folder.resolve("seal.p12"),
                    "--signing-password-file", folder.resolve("password"));
            assertThat(made.exit()).as(made.err()).isZero();
            assertThat(made.err()).contains("Signed without a time-stamp");
            Said signed = run("verify", sealed, "--trust", folder.resolve("root.pem"));
            assertThat(signed.exit()).as(signed.out()).isZero();
            assertThat(signed.out()).contains("CN=Belmora seal", "a root that you gave vouches");
            assertThat(openssl(
                            "cms",
                            "-verify",
                            "-binary",
                            "-inform",
                            "DER",
                            "-in",
                            "signed/seal.json.p7s",
                            "-content",
                            "signed/seal.json",
                            "-CAfile",
                            "root.pem",
                            "-purpose",
                            "any",
                            "-out",
                            "/dev/null"))
                    .contains("CMS Verification successful");
            spoil(sealed.resolve("seal.json.p7s"));
            assertThat(run("verify", sealed, "--trust", folder.resolve("root.pem"))
                            .exit())
                    .isEqualTo(1);
        }

        private String openssl(String... words) throws IOException {
            List<String> command = new java.util.ArrayList<>(List.of("openssl"));
            command.addAll(List.of(words));
            Process process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(process.onExit().join().exitValue()).as(said).isZero();
            return said;
        }
    }

    @Nested
    class Manifest {
        @Test
        void shows_the_contents_to_who_has_the_key_only() {
            seal();
            Said closed = run("manifest", sealed);
            assertThat(closed.out()).contains("The manifest is sealed").doesNotContain("connections.csv", "000318");
            Said open = run("manifest", sealed, "--identity", key);
            assertThat(open.out()).contains("connections.csv", "XA.PRS.2027.000318");
            assertThat(run("manifest", sealed, "--identity", key, "--json")
                            .json()
                            .path("files")
                            .get(1)
                            .path("name")
                            .stringValue(""))
                    .isEqualTo("subscriber.csv");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_has_its_words(Language language) throws IOException {
        String lang = "--lang=" + language.tag();
        assertThat(seal(lang).exit()).isZero();
        Said good = run("verify", sealed, "--identity", key, lang);
        assertThat(good.exit()).isZero();
        spoil(sealed.resolve("payload.age"));
        Said bad = run("verify", sealed, "--identity", key, lang);
        assertThat(bad.exit()).isEqualTo(1);
        assertThat(bad.out()).doesNotContain("part-changed", "age-payload-broken");
        if (language != Language.ENGLISH) {
            assertThat(good.out()).doesNotContain("GOOD", "sealed");
        }
    }
}
