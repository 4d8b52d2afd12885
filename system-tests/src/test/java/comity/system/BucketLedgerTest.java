package comity.system;

import static org.assertj.core.api.Assertions.assertThat;

import comity.ledger.note.VerifierKey;
import comity.ledger.tiles.TileAudit;
import comity.ledger.tiles.TileAudit.Sound;
import comity.ledger.tiles.TileFolder;
import comity.ledger.tiles.http.HttpLog;
import comity.node.keys.RegistryKeys;
import comity.node.settings.SettingsFile;
import comity.testkit.GoVerifier;
import comity.testkit.PlainServer;
import comity.testkit.S3Server;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A running node that publishes its ledger in a bucket of a real server, which goes away and comes
/// back, as docs/operating/install.md tells.
class BucketLedgerTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static Path folder;
    private static S3Server server;
    private static Path stored;
    private static InstalledNode registry;
    private static VerifierKey key;

    @BeforeAll
    static void install() throws IOException {
        folder = Folders.make("bucket");
        server = S3Server.start(folder.resolve("s3"));
        stored = server.bucket("comity-zz").resolve("public/ledger");
        Path home = Files.createDirectories(folder.resolve("ZZ"));
        registry = configured(home);
        assertThat(registry.init("").exit()).isZero();
        registry.start().awaitReady();
        key = RegistryKeys.load(SettingsFile.read(home.resolve("node.yaml")))
                .log()
                .verifier();
    }

    @AfterAll
    static void stop() {
        registry.close();
        server.close();
    }

    private static InstalledNode configured(Path home) {
        int web = Ports.claim();
        List<String> more = new ArrayList<>(server.settings("comity-zz", "public/ledger", home));
        more.add("programs: " + RunningDemo.PROGRAMS);
        return InstalledNode.configured(
                home,
                new InstalledNode.Wanted(
                        "ZZ",
                        "registry",
                        web,
                        "http://localhost:" + web + "/directory/list",
                        "registry-key.jwk",
                        more));
    }

    /// What lies in the bucket, read by somebody who knows nothing of the bucket.
    private static long publishedSize() {
        return TileAudit.of(new TileFolder(stored), key) instanceof Sound(var shown)
                ? shown.checkpoint().size()
                : -1;
    }

    private static HttpResponse<byte[]> get(String path) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(registry.web().resolve(path)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String log() throws IOException {
        return Files.readString(registry.folder().resolve("node.log"));
    }

    private static int times(String words) throws IOException {
        return log().split(java.util.regex.Pattern.quote(words), -1).length - 1;
    }

    /// The secretariat lays one more file into its folder, and an edition of the list becomes a leaf.
    private static void publishEdition(String state, String name) throws IOException {
        Path entries = registry.folder().resolve("data").resolve("entries");
        try (InputStream world =
                BucketLedgerTest.class.getResourceAsStream("/comity/node/demo/world/" + state + ".json")) {
            String entry = new String(world.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("@day-\\d+", LocalDate.now(ZoneOffset.UTC).toString());
            Files.writeString(entries.resolve(state + ".part"), entry);
            Files.move(entries.resolve(state + ".part"), entries.resolve(state + ".json"));
        }
        ApiCalls.await(
                "that the registry publishes it",
                () -> ApiCalls.text(registry.web()).contains(name));
    }

    @Test
    void is_read_at_the_nodes_door_and_by_others_without_the_node() throws IOException {
        ApiCalls.await("that the first edition is published", () -> publishedSize() > 0);

        try (HttpLog door = new HttpLog(registry.web().resolve("/ledger/"), Optional.empty())) {
            assertThat(TileAudit.of(door, key)).isInstanceOf(Sound.class);
        }
        assertThat(GoVerifier.build(folder.resolve("go")).ask(List.of("log", stored.toString(), key.text())))
                .isEqualTo(new GoVerifier.Answer(0, "good"));
        try (PlainServer plain = new PlainServer(stored)) {
            Process verify = new ProcessBuilder(Java.commandLine(
                            List.of("ledger", "verify", plain.address().toString(), "--key", key.text())))
                    .redirectErrorStream(true)
                    .start();
            String said = new String(verify.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(verify.onExit().join().exitValue()).describedAs(said).isZero();
        }
        HttpResponse<byte[]> tile = get("/ledger/tile/0/000.p/" + publishedSize());
        assertThat(tile.statusCode()).isEqualTo(200);
        assertThat(tile.headers().firstValue("Cache-Control")).hasValue("public, max-age=31536000, immutable");
        assertThat(get("/ledger/checkpoint").headers().firstValue("Cache-Control"))
                .hasValue("no-store");
        assertThat(get("/ledger/tile/0/999").statusCode()).isEqualTo(404);
        assertThat(registry.folder().resolve("data/ledger/checkpoint")).doesNotExist();
    }

    @Test
    void goes_on_when_its_store_was_away_which_was_said_once() throws IOException {
        ApiCalls.await("that something is published", () -> publishedSize() > 0);
        long before = publishedSize();
        int said = times("The ledger could not be published");
        server.stop();

        publishEdition("XA", "Arvenia");
        publishEdition("XB", "Belmora");

        ApiCalls.await("that it is said", () -> {
            try {
                return times("The ledger could not be published") == said + 1;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        assertThat(registry.isReady()).isTrue();
        assertThat(get("/ledger/checkpoint").statusCode()).isEqualTo(503);
        server.startAgain();
        ApiCalls.await("that it catches up", () -> publishedSize() >= before + 2);
        ApiCalls.await("that the door shows it", () -> get("/ledger/checkpoint").statusCode() == 200);
        assertThat(times("The ledger could not be published")).isEqualTo(said + 1);
        assertThat(log()).contains("its store does not answer").doesNotContain(S3Server.SECRET);
    }

    @Test
    void goes_on_after_a_restart_and_is_audited_where_it_lies() throws IOException {
        ApiCalls.await("that something is published", () -> publishedSize() > 0);
        long before = publishedSize();
        registry.close();

        InstalledNode.Said audited = registry.say("audit");
        assertThat(audited.text()).contains("Everything is as it was signed.");
        assertThat(audited.exit()).isZero();
        assertThat(registry.say("take-back").text()).contains("Nothing is missing");

        registry.start().awaitReady();
        assertThat(publishedSize()).isGreaterThanOrEqualTo(before);
    }

    @Test
    void with_a_wrong_secret_is_not_published_and_the_log_says_why() throws IOException {
        ApiCalls.await("that something is published", () -> publishedSize() > 0);
        registry.close();
        Path secret = registry.folder().resolve("secret-key");
        Files.writeString(secret, "not-the-secret\n");

        InstalledNode.Said audited = registry.say("audit");
        assertThat(audited.exit()).isEqualTo(2);
        assertThat(audited.text())
                .contains("the secret key is not the one that belongs to the access key")
                .doesNotContain("not-the-secret")
                .doesNotContain("\tat ");
        registry.start().awaitReady();
        assertThat(log())
                .contains("the secret key is not the one that belongs to the access key")
                .doesNotContain("not-the-secret");

        registry.close();
        Files.writeString(secret, S3Server.SECRET + "\n");
        registry.start().awaitReady();
        assertThat(get("/ledger/checkpoint").statusCode()).isEqualTo(200);
    }
}
