package comity.system;

import static org.assertj.core.api.Assertions.assertThat;

import comity.testkit.FrayedLine;
import comity.testkit.S3Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Two running nodes whose operators have set something about exhibits: both keep them in buckets of a real server, one
/// seals with a time-stamp authority that goes away, the other spares its line when it pulls.
class ExhibitSettingsTest {
    private static final String PAYLOAD = "payload.age";
    private static final int BYTES_PER_SECOND = 4 << 20;
    private static final int BYTES = 20 << 20;
    /// What marks a time-stamp in a signature (1.2.840.113549.1.9.16.2.14, RFC 3161), as its DER has it.
    private static final String TIMESTAMP = "060b2a864886f70d010910020e";

    private static final Pattern BAR = Pattern.compile("id=\"work-bar\"[^>]* value=\"(\\d+)\"");
    private static final Pattern NO_WORD = Pattern.compile("\\[[a-z-]+\\.[a-z.-]+]");

    private static S3Server server;
    private static FrayedLine authority;
    private static RunningDemo demo;
    private static Handover handover;

    @BeforeAll
    static void start() throws IOException {
        demo = RunningDemo.empty();
        server = S3Server.start(demo.folder().resolve("s3"));
        setBytesPerSecond("XA");
        authority = lineToTheAuthority("XB");
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
        authority.close();
    }

    private static String bucket(String state) {
        return "exhibits-" + state.toLowerCase(java.util.Locale.ROOT);
    }

    private static Path settings(String state) {
        return demo.exhibitsOf(state).resolveSibling("node.yaml");
    }

    private static void set(String state, String line, String changed) throws IOException {
        String before = Files.readString(settings(state));
        assertThat(before).contains(line);
        Files.writeString(settings(state), before.replace(line, changed));
    }

    private static void setBytesPerSecond(String state) throws IOException {
        set(state, "bytesPerSecond: 0\n", "bytesPerSecond: " + BYTES_PER_SECOND + "\n");
    }

    /// A line that can be broken, between the node and the demo's time-stamp authority.
    private static FrayedLine lineToTheAuthority(String state) throws IOException {
        Matcher url = Pattern.compile("url: \"(http:[^\"]+)\"").matcher(Files.readString(settings(state)));
        assertThat(url.find()).isTrue();
        FrayedLine line = new FrayedLine(URI.create(url.group(1)));
        set(state, url.group(1), line.address() + "/");
        return line;
    }

    private static void keepInBucket(String state) throws IOException {
        Path home = settings(state).getParent();
        server.bucket(bucket(state));
        List<String> files =
                server.settings(bucket(state), "sealed", home).stream().skip(1).toList();
        set(state, "exhibits:\n", "exhibits:\n" + String.join("\n", files) + "\n");
    }

    private static List<Path> payloads(Path folder) {
        return filesOf(folder, PAYLOAD);
    }

    private static List<Path> filesOf(Path folder, String name) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The newest file of a name in the bucket of a State.
    private static Path stored(String state, String name) {
        return filesOf(demo.folder().resolve("s3"), name).stream()
                .filter(file -> file.toString().contains(bucket(state)))
                .max(Comparator.comparing(file -> file.toFile().lastModified()))
                .orElseThrow(() -> new AssertionError("Nothing lies in the bucket of " + state));
    }

    private static Path stored(String state) {
        return stored(state, PAYLOAD);
    }

    /// Looks at an exhibit on its way until it is here. At no moment has more of it come than its cap allows, and the
    /// pages of both States show how far it is, without a script.
    private static void watchThePull(String exhibit) {
        ApiCalls theirs = handover.arvenianCentral();
        try (PlainBrowser getting = PlainBrowser.signedIn(demo.node("XA"), "central-authority");
                PlainBrowser holding = PlainBrowser.signedIn(demo.node("XB"), "central-authority")) {
            handover.belmoranCentral().post("/api/v1/exhibits/" + exhibit + "/hand-over", "{}");
            ApiCalls.await(exhibit + " is announced", () -> theirs.statusOf("/api/v1/exhibits/" + exhibit) == 200);
            Pulled before = Pulled.look(theirs, exhibit, 0);
            boolean shownThere = false;
            boolean shownHere = false;
            while (!before.isHere()) {
                shownThere |= showsHowFar(getting, exhibit);
                shownHere |= showsHowFar(holding, exhibit);
                Pulled now = Pulled.look(theirs, exhibit, before.bytes());
                assertThat(now.bytes() - before.bytes()).isLessThanOrEqualTo(before.mostUntil(now));
                before = now;
            }
            assertThat(shownThere).isTrue();
            assertThat(shownHere).isTrue();
        }
    }

    /// How much of an exhibit had come between two moments.
    private record Pulled(long asked, long bytes, long answered, boolean isHere) {
        /// What a reader may run ahead, and the piece that each of four connections has in hand.
        private static final long AHEAD = BYTES_PER_SECOND / 10 + 4 * (256 << 10);

        /// @param known what had come before; no work may be running at this moment
        static Pulled look(ApiCalls who, String exhibit, long known) {
            long asked = System.nanoTime();
            JsonNode shown = Handover.shown(who, exhibit);
            boolean here = shown.at("/summary/state").asString().equals("received");
            // What is compared with the seal after it has come counts on.
            long bytes = here ? BYTES : Math.min(BYTES, shown.at("/job/done").asLong(known));
            return new Pulled(asked, bytes, System.nanoTime(), here);
        }

        long mostUntil(Pulled later) {
            return AHEAD + Math.round((later.answered - asked) / 1e9 * BYTES_PER_SECOND);
        }
    }

    private static boolean showsHowFar(PlainBrowser officer, String exhibit) {
        String page = officer.open("/exhibits/" + exhibit).html();
        assertThat(page).doesNotContainPattern(NO_WORD);
        Matcher bar = BAR.matcher(page);
        return bar.find() && Integer.parseInt(bar.group(1)) > 0;
    }

    @Test
    void a_seal_waits_for_its_time_stamp_and_the_page_says_so() throws IOException {
        String exhibit = handover.begun();
        ApiCalls ours = handover.belmoranCentral();
        ours.upload(exhibit, "note.txt", new byte[] {1, 2, 3});
        authority.breakOnTheWayThere(0);
        ours.post("/api/v1/exhibits/" + exhibit + "/hand-over", "{}");
        ApiCalls.await(
                "no time-stamp is to be had",
                () -> Handover.shown(ours, exhibit).path("fault").asString("").equals("timestamp"));
        assertThat(Handover.shown(ours, exhibit).at("/summary/state").asString())
                .isEqualTo("collecting");
        assertThat(Handover.shown(ours, exhibit).path("files")).hasSize(1);
        try (PlainBrowser officer = PlainBrowser.signedIn(demo.node("XB"), "central-authority")) {
            assertThat(officer.open("/exhibits/" + exhibit + "?lang=en").html())
                    .contains("No time-stamp could be had.");
        }

        authority.mend();
        ours.post("/api/v1/exhibits/" + exhibit + "/hand-over", "{}");
        Handover.awaitState(handover.arvenianCentral(), exhibit, "received");
        assertThat(HexFormat.of().formatHex(Files.readAllBytes(stored("XB", "seal.json.p7s"))))
                .contains(TIMESTAMP);
    }

    @Test
    void an_exhibit_is_sealed_pulled_slowly_opened_and_found_spoiled_in_buckets() throws IOException {
        byte[] content = new byte[BYTES];
        new Random(23).nextBytes(content);
        String exhibit = handover.begun();
        handover.belmoranCentral().upload(exhibit, "disk.img", content);
        watchThePull(exhibit);

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
