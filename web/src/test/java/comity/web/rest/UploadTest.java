package comity.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Role;
import comity.kernel.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files that come in by tus, over real lines.
class UploadTest {
    private static final String REQUEST = Handover.heldRequest(TwoNodes.running());

    private final TwoNodes nodes = TwoNodes.running();
    private final String exhibit = Handover.exhibit(nodes, REQUEST);
    private final Tus person = Tus.withToken(nodes.belmora, Handover.newPerson(nodes, Role.CENTRAL_AUTHORITY));

    private static byte[] file(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private JsonNode files() {
        return Handover.shown(nodes, exhibit).path("files");
    }

    /// How much lies in the folder of uploads that is not whole yet.
    private long lying() throws IOException {
        try (Stream<Path> files = Files.walk(nodes.belmora.uploads.folder())) {
            return files.filter(file -> file.endsWith("data"))
                    .mapToLong(UploadTest::size)
                    .sum();
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    @Nested
    class A_file {
        @Test
        void comes_in_and_is_compared_with_what_was_announced() {
            byte[] file = file(100_000);
            Tus.Answer begun = person.create(exhibit, "logs/nh-7f31c2.csv", file.length, Tus.sha256(file));
            assertThat(begun.status()).isEqualTo(201);
            assertThat(begun.header("Tus-Resumable")).isEqualTo("1.0.0");
            assertThat(begun.header("Upload-Expires")).endsWith("GMT");
            String path = begun.header("Location");
            assertThat(person.head(path).offset()).isZero();
            Tus.Answer brought = person.patch(path, 0, file);
            assertThat(brought.status()).isEqualTo(204);
            assertThat(brought.offset()).isEqualTo(file.length);
            assertThat(files()).hasSize(1);
            assertThat(files().at("/0/name").asString()).isEqualTo("logs/nh-7f31c2.csv");
            assertThat(files().at("/0/sha256").asString()).isEqualTo(Tus.sha256(file));
            assertThat(files().at("/0/compared").asBoolean()).isTrue();
        }

        @Test
        void is_said_to_be_here_to_whoever_lost_the_answer() throws IOException {
            byte[] file = file(5_000);
            String path = person.begun(exhibit, "a.bin", file);
            long before = lying();
            person.patch(path, 0, file);
            assertThat(person.head(path).offset()).isEqualTo(file.length);
            assertThat(person.patch(path, file.length, new byte[0]).status()).isEqualTo(204);
            assertThat(files()).hasSize(1);
            assertThat(lying()).isEqualTo(before);
        }

        @Test
        void of_nothing_is_here_at_once() {
            assertThat(person.create(exhibit, "empty.txt", 0, Tus.sha256(new byte[0]))
                            .status())
                    .isEqualTo(201);
            assertThat(files().at("/0/bytes").asLong(-1)).isZero();
        }

        @Test
        void comes_in_pieces_with_checksums() {
            byte[] file = file(30_000);
            String path = person.begun(exhibit, "b.bin", file);
            for (int at = 0; at < file.length; at += 10_000) {
                byte[] piece = Arrays.copyOfRange(file, at, at + 10_000);
                assertThat(person.with("Upload-Checksum", checksum(piece))
                                .patch(path, at, piece)
                                .status())
                        .isEqualTo(204);
            }
            assertThat(files().at("/0/sha256").asString()).isEqualTo(Tus.sha256(file));
        }

        @Test
        void of_three_hundred_mebibytes_passes_without_being_held() throws Exception {
            int pieces = 300;
            byte[] piece = file(1 << 20);
            MessageDigest digest = Sha256.newDigest();
            for (int i = 0; i < pieces; i++) {
                digest.update(piece);
            }
            long length = (long) pieces * piece.length;
            String path = person.create(
                            exhibit, "disk.img", length, HexFormat.of().formatHex(digest.digest()))
                    .header("Location");
            var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
            long before = threads.getTotalThreadAllocatedBytes();
            try (Socket line = person.open(path, 0, length)) {
                OutputStream out = line.getOutputStream();
                for (int i = 0; i < pieces; i++) {
                    out.write(piece);
                }
                out.flush();
                String answer = new String(line.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
                assertThat(answer).startsWith("HTTP/1.1 204").contains("Upload-Offset: " + length);
            }
            assertThat(threads.getTotalThreadAllocatedBytes() - before).isLessThan(100L << 20);
            assertThat(files().at("/0/bytes").asLong()).isEqualTo(length);
        }
    }

    @Nested
    class A_line_that_breaks {
        @Test
        void costs_nothing_of_what_came() {
            byte[] file = file(200_000);
            String path = person.begun(exhibit, "c.bin", file);
            person.patchThatBreaks(path, 0, file, 80_000);
            long here = person.offsetBeyond(path, 0);
            assertThat(here).isLessThanOrEqualTo(80_000);
            person.patchRest(path, file);
            assertThat(files().at("/0/sha256").asString()).isEqualTo(Tus.sha256(file));
        }

        @Test
        void may_break_again_and_again() {
            byte[] file = file(50_000);
            String path = person.begun(exhibit, "d.bin", file);
            long here = 0;
            while (file.length - here > 9_000) {
                long now = person.brokenBeyond(path, file, here, 9_000);
                assertThat(now).isLessThanOrEqualTo(here + 9_000);
                here = now;
            }
            person.patchRest(path, file);
            assertThat(files().at("/0/sha256").asString()).isEqualTo(Tus.sha256(file));
        }

        /// A node that is killed has written bytes of which nothing else is noted.
        @Test
        void because_the_node_was_killed_costs_nothing_either() throws IOException {
            byte[] file = file(10_000);
            String path = person.begun(exhibit, "killed.bin", file);
            person.patch(path, 0, Arrays.copyOf(file, 4_000));
            String id = path.substring(path.lastIndexOf('/') + 1);
            Path data = nodes.belmora.uploads.folder().resolve("uploads/" + id + "/data");
            Files.write(data, Arrays.copyOfRange(file, 4_000, 7_000), StandardOpenOption.APPEND);
            assertThat(person.head(path).offset()).isEqualTo(7_000);
            assertThat(person.patch(path, 7_000, Arrays.copyOfRange(file, 7_000, 10_000))
                            .status())
                    .isEqualTo(204);
            assertThat(files().at("/0/sha256").asString()).isEqualTo(Tus.sha256(file));
        }

        @Test
        void leaves_the_upload_to_one_call_at_a_time() throws IOException {
            byte[] file = file(50_000);
            String path = person.begun(exhibit, "e.bin", file);
            try (Socket line = person.open(path, 0, file.length)) {
                line.getOutputStream().write(file, 0, 10_000);
                while (person.head(path).status() != 423) {
                    Thread.onSpinWait();
                }
                Tus.Answer other = person.patch(path, 0, file);
                assertThat(other.status()).isEqualTo(423);
                assertThat(other.header("Retry-After")).isNotEmpty();
            }
            assertThat(person.offsetBeyond(path, 0)).isLessThanOrEqualTo(10_000);
        }
    }

    @Nested
    class A_piece {
        private final byte[] file = file(20_000);
        private final String path = person.begun(exhibit, "f.bin", file);

        @Test
        void that_begins_elsewhere_is_refused() {
            Tus.Answer answer = person.with("Accept-Language", "fr").patch(path, 100, file);
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.problem()).isEqualTo("upload-offset");
            assertThat(answer.header("Content-Language")).isEqualTo("fr");
            assertThat(answer.header("Tus-Resumable")).isEqualTo("1.0.0");
            assertThat(person.head(path).offset()).isZero();
        }

        @Test
        void that_was_damaged_is_not_kept() {
            byte[] piece = Arrays.copyOf(file, 10_000);
            Tus.Answer answer =
                    person.with("Upload-Checksum", checksum(piece)).patch(path, 0, Arrays.copyOf(file, 9_999));
            assertThat(answer.status()).isEqualTo(460);
            assertThat(answer.problem()).isEqualTo("checksum-mismatch");
            assertThat(person.head(path).offset()).isZero();
            assertThat(person.with("Upload-Checksum", "crc32 AAAA")
                            .patch(path, 0, piece)
                            .problem())
                    .isEqualTo("checksum-unknown");
        }

        @Test
        void that_is_longer_than_announced_is_refused() {
            assertThat(person.patch(path, 0, file(20_001)).problem()).isEqualTo("upload-longer");
            Tus.Answer unmeasured =
                    person.patch(path, 0, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file(30_000))));
            assertThat(unmeasured.problem()).isEqualTo("upload-longer");
            assertThat(person.head(path).offset()).isLessThanOrEqualTo(file.length);
        }

        @Test
        void of_another_kind_or_another_version_is_refused() {
            Tus.Answer kind = person.with("Upload-Offset", "0")
                    .with("Content-Type", "application/octet-stream")
                    .call("PATCH", path, BodyPublishers.ofByteArray(file));
            assertThat(kind.status()).isEqualTo(415);
            Tus.Answer version = person.with("Tus-Resumable", "0.2.2").patch(path, 0, file);
            assertThat(version.status()).isEqualTo(412);
            assertThat(version.header("Tus-Version")).isEqualTo("1.0.0");
        }
    }

    @Nested
    class What_was_announced {
        @Test
        void is_what_must_come() {
            byte[] file = file(10_000);
            byte[] other = file(10_001);
            String path =
                    person.create(exhibit, "g.bin", 10_000, Tus.sha256(other)).header("Location");
            Tus.Answer answer = person.patch(path, 0, file);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.problem()).isEqualTo("digest-differs");
            assertThat(answer.header("Upload-Offset")).isEmpty();
            assertThat(person.head(path).status()).isEqualTo(404);
            assertThat(files()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "a\\b", "..", "con\u0000.txt", "a//b"})
        void may_not_lead_out_of_the_exhibit(String name) {
            Tus.Answer answer = person.create(exhibit, name, 10, Tus.sha256(file(10)));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body()).contains("name-unsafe");
        }

        @Test
        void must_be_whole() {
            Tus.Answer answer =
                    person.call("POST", "/api/v1/exhibits/" + exhibit + "/uploads", BodyPublishers.noBody());
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body()).contains("/Upload-Length", "/filename", "/sha256");
        }

        @Test
        void may_not_be_there_already() {
            byte[] file = file(10);
            person.patch(person.begun(exhibit, "h.bin", file), 0, file);
            Tus.Answer answer = person.create(exhibit, "H.bin", 10, Tus.sha256(file));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body()).contains("name-twice");
        }

        @Test
        void may_not_be_larger_than_the_node_takes() {
            Tus.Answer answer = person.create(exhibit, "i.bin", TestVault.LARGEST_FILE + 1, Tus.sha256(file(1)));
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.problem()).isEqualTo("upload-too-large");
            assertThat(answer.body()).contains(Long.toString(TestVault.LARGEST_FILE));
        }

        @Test
        void may_not_be_begun_again_and_again() {
            for (int i = 0; i < nodes.belmora.uploads.mostUnfinished(); i++) {
                person.begun(exhibit, "j" + i, file(10));
            }
            Tus.Answer answer = person.create(exhibit, "j", 10, Tus.sha256(file(10)));
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.problem()).isEqualTo("too-many-uploads");
        }
    }

    @Nested
    class An_unfinished_upload {
        private final byte[] file = file(10_000);
        private final String path = person.begun(exhibit, "k.bin", file);

        @Test
        void is_its_persons_alone() {
            Tus other = Tus.withToken(nodes.belmora, Handover.newPerson(nodes, Role.CENTRAL_AUTHORITY));
            assertThat(other.head(path).status()).isEqualTo(404);
            assertThat(other.patch(path, 0, file).status()).isEqualTo(404);
            assertThat(other.delete(path).status()).isEqualTo(404);
            assertThat(person.head(path).offset()).isZero();
        }

        @Test
        void belongs_to_its_exhibit() {
            String another = Handover.exhibit(nodes, REQUEST);
            assertThat(person.head(path.replace(exhibit, another)).status()).isEqualTo(404);
        }

        @Test
        void is_told_of_to_its_person_with_how_much_has_come() {
            person.patch(path, 0, Arrays.copyOf(file, 4_000));
            JsonNode told = JsonMapper.shared()
                    .readTree(person.call("GET", "/api/v1/exhibits/" + exhibit, BodyPublishers.noBody())
                            .body())
                    .path("uploads");
            assertThat(told).hasSize(1);
            assertThat(told.at("/0/id").asString()).isEqualTo(path.substring(path.lastIndexOf('/') + 1));
            assertThat(told.at("/0/name").asString()).isEqualTo("k.bin");
            assertThat(told.at("/0/here").asLong()).isEqualTo(4_000);
            assertThat(told.at("/0/bytes").asLong()).isEqualTo(10_000);
            assertThat(Handover.shown(nodes, exhibit).path("uploads")).isEmpty();
        }

        @Test
        void can_be_given_up() {
            assertThat(person.delete(path).status()).isEqualTo(204);
            assertThat(person.head(path).status()).isEqualTo(404);
        }

        @Test
        void is_thrown_away_after_a_week() throws IOException {
            person.patch(path, 0, Arrays.copyOf(file, 4_000));
            nodes.clock.advance(Duration.ofDays(6));
            assertThat(person.head(path).offset()).isEqualTo(4_000);
            long before = lying();
            nodes.clock.advance(Duration.ofDays(2));
            Tus.Answer answer = person.patch(path, 4_000, Arrays.copyOfRange(file, 4_000, 10_000));
            assertThat(answer.status()).isEqualTo(410);
            assertThat(answer.problem()).isEqualTo("upload-expired");
            assertThat(lying()).isLessThanOrEqualTo(before - 4_000);
        }
    }

    @Nested
    class Whoever {
        @ParameterizedTest
        @EnumSource(
                value = Role.class,
                names = {"OVERSIGHT", "ADMINISTRATOR"})
        void may_not_collect_brings_nothing(Role role) {
            Tus other = Tus.withToken(nodes.belmora, Handover.newPerson(nodes, role));
            Tus.Answer answer = other.create(exhibit, "l.bin", 10, Tus.sha256(file(10)));
            assertThat(answer.status()).isEqualTo(403);
        }

        @Test
        void asks_for_an_exhibit_that_is_not_here_is_told_so() {
            assertThat(person.create("XB.EVD.2027.000044-K", "m.bin", 10, Tus.sha256(file(10)))
                            .status())
                    .isEqualTo(404);
        }

        @Test
        void is_nobody_is_refused() {
            assertThat(Tus.nobody(nodes.belmora)
                            .create(exhibit, "n.bin", 10, Tus.sha256(file(10)))
                            .status())
                    .isEqualTo(401);
        }

        @Test
        void comes_after_the_hand_over_comes_too_late() {
            byte[] file = file(10);
            person.patch(person.begun(exhibit, "o.bin", file), 0, file);
            String late = person.begun(exhibit, "p.bin", file);
            Caller.Answer given = Caller.of(nodes.belmora, Role.CENTRAL_AUTHORITY)
                    .post("/api/v1/exhibits/" + exhibit + "/hand-over", "{}");
            assertThat(given.status()).isEqualTo(200);
            Tus.Answer begun = person.create(exhibit, "q.bin", 10, Tus.sha256(file));
            assertThat(begun.status()).isEqualTo(409);
            assertThat(begun.problem()).isEqualTo("wrong-state");
            assertThat(person.patch(late, 0, file).status()).isEqualTo(409);
        }

        @Test
        void asks_what_is_offered_is_told() {
            Tus.Answer answer =
                    person.call("OPTIONS", "/api/v1/exhibits/" + exhibit + "/uploads", BodyPublishers.noBody());
            assertThat(answer.header("Tus-Extension")).isEqualTo("creation,expiration,checksum,termination");
            assertThat(answer.header("Tus-Max-Size")).isEqualTo(Long.toString(TestVault.LARGEST_FILE));
        }
    }

    @Nested
    class The_script_of_a_page {
        private final PageOf page = PageOf.signedIn(nodes, Role.CENTRAL_AUTHORITY);

        @Test
        void brings_a_file_for_the_person_who_is_signed_in() {
            byte[] file = file(10_000);
            Tus script = page.tus().with("X-XSRF-TOKEN", page.token());
            String path = script.begun(exhibit, "r.bin", file);
            assertThat(page.tus().head(path).offset()).isZero();
            assertThat(script.patch(path, 0, file).status()).isEqualTo(204);
            assertThat(files()).hasSize(1);
        }

        @Test
        void of_a_stranger_brings_nothing() {
            Tus.Answer without = page.tus().create(exhibit, "s.bin", 10, Tus.sha256(file(10)));
            assertThat(without.status()).isEqualTo(403);
            assertThat(without.problem()).isEqualTo("page-token");
            PageOf another = PageOf.signedIn(nodes, Role.CENTRAL_AUTHORITY);
            assertThat(page.tus()
                            .with("X-XSRF-TOKEN", another.token())
                            .create(exhibit, "s.bin", 10, Tus.sha256(file(10)))
                            .status())
                    .isEqualTo(403);
        }

        @Test
        void can_do_nothing_else_here() {
            Tus script = page.tus().with("X-XSRF-TOKEN", page.token());
            assertThat(script.call("GET", "/api/v1/exhibits/" + exhibit, BodyPublishers.noBody())
                            .status())
                    .isEqualTo(401);
            assertThat(script.call("POST", "/api/v1/exhibits/" + exhibit + "/hand-over", BodyPublishers.ofString("{}"))
                            .status())
                    .isEqualTo(401);
        }
    }

    private static String checksum(byte[] piece) {
        return "sha256 " + Base64.getEncoder().encodeToString(Sha256.digest(piece));
    }
}
