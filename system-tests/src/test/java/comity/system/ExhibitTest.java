package comity.system;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was preserved is handed over between two running nodes: from the first file to a bundle that
/// `sha256sum` and `openssl` check on a machine that never heard of Comity.
class ExhibitTest {
    private final RunningDemo demo = SharedDemo.get();
    private final Handover handover = new Handover(demo);
    private final ApiCalls arvenianCentral = handover.arvenianCentral();
    private final ApiCalls belmoranCentral = handover.belmoranCentral();

    @TempDir
    private Path folder;

    private String received(byte[] content) {
        String exhibit = handover.begun();
        belmoranCentral.upload(exhibit, "connections.csv", content);
        belmoranCentral.post("/api/v1/exhibits/" + exhibit + "/hand-over", "{}");
        Handover.awaitState(arvenianCentral, exhibit, "received");
        return exhibit;
    }

    @Test
    void comes_sealed_is_opened_and_is_checked_by_programs_of_other_people() throws Exception {
        byte[] content = "event_utc,src_ip\n2027-03-12T22:58:31Z,198.51.100.23\n".getBytes(StandardCharsets.UTF_8);
        String exhibit = received(content);
        Handover.awaitState(belmoranCentral, exhibit, "delivered");

        arvenianCentral.post("/api/v1/exhibits/" + exhibit + "/open", "{\"why\": \"first look\"}");
        ApiCalls.await(
                exhibit + " opened",
                () -> Handover.shown(arvenianCentral, exhibit).path("opened").asBoolean());

        Path unpacked = folder.resolve("unpacked");
        Path bundle = unpacked.resolve(exhibit);
        try (PlainBrowser officer = PlainBrowser.signedIn(demo.node("XA"), "central-authority")) {
            unpack(officer.download("/exhibits/" + exhibit + "/opened.zip"), unpacked);
        }
        assertThat(bundle.resolve("data/connections.csv")).hasBinaryContent(content);
        assertThat(said(bundle, "sha256sum", "-c", "--quiet", "manifest-sha256.txt"))
                .isZero();
        assertThat(said(
                        bundle,
                        "openssl",
                        "cms",
                        "-verify",
                        "-binary",
                        "-inform",
                        "DER",
                        "-in",
                        "seal/seal.json.p7s",
                        "-content",
                        "seal/seal.json",
                        "-CAfile",
                        "trust/roots.pem",
                        "-purpose",
                        "any",
                        "-out",
                        "/dev/null"))
                .isZero();
        try (var events = Files.list(bundle.resolve("custody"))) {
            assertThat(events.map(file -> file.getFileName().toString()))
                    .contains("XB-001-collected.json", "XB-003-sealed.json", "XA-001-received.json");
        }
        ApiCalls.await(
                "the receipt of the opening",
                () -> Handover.shown(belmoranCentral, exhibit)
                        .path("custody")
                        .toString()
                        .contains("\"opened\""));
        for (ApiCalls who : List.of(arvenianCentral, belmoranCentral)) {
            assertThat(Handover.shown(who, exhibit).path("whole").asBoolean()).isTrue();
        }
    }

    /// Arvenia has a key of the older kind, X25519: Debian's age knows no other yet.
    @Test
    void is_a_file_that_age_opens_with_the_key_of_the_State_it_is_for() throws Exception {
        byte[] content = new byte[3_000_000];
        new Random(17).nextBytes(content);
        received(content);
        Path payload = payloads(demo.exhibitsOf("XA")).stream()
                .filter(each -> each.toFile().length() > content.length)
                .filter(each -> opens(each, content))
                .findFirst()
                .orElseThrow(() -> new AssertionError("age opens none of the packages here"));
        assertThat(payload).hasFileName("payload.age");
    }

    private static List<Path> payloads(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith("payload.age")).toList();
        }
    }

    private boolean opens(Path payload, byte[] content) {
        Path plain = folder.resolve("plain");
        try {
            int exit = said(
                    folder,
                    "/usr/bin/age",
                    "--decrypt",
                    "--identity",
                    demo.sealingKey("XA").toString(),
                    "--output",
                    plain.toString(),
                    payload.toString());
            return exit == 0 && Arrays.equals(Files.readAllBytes(plain), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void survives_that_the_receiving_node_is_killed_while_it_pulls() {
        byte[] content = new byte[200 << 20];
        new Random(11).nextBytes(content);
        String exhibit = handover.begun();
        belmoranCentral.upload(exhibit, "disk.img", content);
        belmoranCentral.post("/api/v1/exhibits/" + exhibit + "/hand-over", "{}");
        ApiCalls.await(
                "some of " + exhibit + " is here",
                () -> arvenianCentral.statusOf("/api/v1/exhibits/" + exhibit) == 200
                        && (Handover.shown(arvenianCentral, exhibit)
                                                .at("/job/done")
                                                .asLong()
                                        > 0
                                || Handover.shown(arvenianCentral, exhibit)
                                        .at("/summary/state")
                                        .asString()
                                        .equals("received")));
        demo.kill("XA");
        demo.awaitAnswering("XA");

        Handover.awaitState(arvenianCentral, exhibit, "received");
        assertThat(Handover.shown(arvenianCentral, exhibit).path("whole").asBoolean())
                .isTrue();
        assertThat(Handover.shown(belmoranCentral, exhibit).path("custody").toString())
                .contains(Sha256.hex(content));
    }

    @Test
    void is_not_begun_before_a_request_for_assistance_is_made() {
        String reference = ApiCalls.as(demo.node("XA"), "duty-officer").sendExample("XB", Examples.ward9());
        ApiCalls.as(demo.node("XB"), "duty-officer").awaitAct(reference, "acknowledge");

        var refused = belmoranCentral.tryPost(
                "/api/v1/requests/" + reference + "/exhibits",
                "{\"title\": \"x\", \"orderReference\": \"y\", \"article\": \"unc.44\", \"sensitive\": \"no\"}",
                "exhibit-" + reference);

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("assistance-not-requested");
    }

    private static void unpack(byte[] zip, Path target) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = target.resolve(entry.getName()).normalize();
                assertThat(file).startsWithRaw(target);
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(in, file);
                }
            }
        }
    }

    private static int said(Path where, String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .directory(where.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(where.resolveSibling("said.txt").toFile())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
