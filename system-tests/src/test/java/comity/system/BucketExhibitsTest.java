package comity.system;

import static org.assertj.core.api.Assertions.assertThat;

import comity.testkit.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Two running nodes that keep sealed exhibits in buckets of a real server: one seals into its bucket, the other pulls
/// into its own, and checks and opens it from there.
class BucketExhibitsTest {
    private static final String PAYLOAD = "payload.age";

    private static S3Server server;
    private static RunningDemo demo;
    private static Handover handover;

    @BeforeAll
    static void start() throws IOException {
        demo = RunningDemo.empty();
        server = S3Server.start(demo.folder().resolve("s3"));
        for (String state : List.of("XA", "XB")) {
            keepInBucket(state);
            demo.kill(state);
            demo.awaitAnswering(state);
        }
        handover = new Handover(demo);
    }

    @AfterAll
    static void stop() {
        demo.close();
        server.close();
    }

    private static String bucket(String state) {
        return "exhibits-" + state.toLowerCase(java.util.Locale.ROOT);
    }

    /// As an operator would, in the settings of the node.
    private static void keepInBucket(String state) throws IOException {
        Path home = demo.exhibitsOf(state).getParent();
        server.bucket(bucket(state));
        List<String> files =
                server.settings(bucket(state), "sealed", home).stream().skip(1).toList();
        Path settings = home.resolve("node.yaml");
        Files.writeString(
                settings,
                Files.readString(settings).replace("exhibits:\n", "exhibits:\n" + String.join("\n", files) + "\n"));
    }

    private static List<Path> payloads(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(PAYLOAD))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path stored(String state) {
        return payloads(demo.folder().resolve("s3")).stream()
                .filter(file -> file.toString().contains(bucket(state)))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("Nothing lies in the bucket of " + state));
    }

    @Test
    void is_sealed_pulled_opened_and_found_spoiled_there() throws IOException {
        byte[] content = new byte[20 << 20];
        new Random(23).nextBytes(content);
        String exhibit = handover.begun();
        handover.belmoranCentral().upload(exhibit, "disk.img", content);
        handover.belmoranCentral().post("/api/v1/exhibits/" + exhibit + "/hand-over", "{}");
        Handover.awaitState(handover.arvenianCentral(), exhibit, "received");

        for (String state : List.of("XA", "XB")) {
            assertThat(stored(state)).as(state).isNotEmptyFile();
            ApiCalls.await(
                    "no copy lies beside the bucket of " + state,
                    () -> payloads(demo.exhibitsOf(state)).isEmpty());
        }
        assertThat(stored("XA")).hasSameBinaryContentAs(stored("XB"));

        ApiCalls theirs = handover.arvenianCentral();
        theirs.post("/api/v1/exhibits/" + exhibit + "/open", "{\"why\": \"first look\"}");
        ApiCalls.await(
                "it is opened out of the bucket",
                () -> Handover.shown(theirs, exhibit).path("opened").asBoolean());

        byte[] bytes = Files.readAllBytes(stored("XA"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(stored("XA"), bytes);
        ApiCalls.await(
                "nothing is being done with it",
                () -> Handover.shown(theirs, exhibit).path("job").isMissingNode()
                        || Handover.shown(theirs, exhibit).path("job").isNull());
        theirs.post("/api/v1/exhibits/" + exhibit + "/check", "{}");
        Handover.awaitState(theirs, exhibit, "not-good");
    }
}
