package comity.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import comity.directory.Entry;
import comity.directory.keys.RegistryKey;
import comity.directory.list.DirectoryList;
import comity.directory.list.EntryJson;
import comity.node.time.DrillClock;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A running node whose registry, or somebody who answers in its place, gives lists that must not be believed.
class LyingRegistryTest {
    private static final String PASSWORD = "correct horse battery";
    private static final RegistryKey KEY = RegistryKey.generate();
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Duration A_YEAR = Duration.ofDays(365);

    private static HttpServer registry;
    private static InstalledNode node;
    private static PlainBrowser browser;
    private static Duration passed = Duration.ZERO;
    private static volatile byte[] given = {};

    @BeforeAll
    static void install() throws IOException {
        Path folder = Folders.make("lying-registry");
        registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        registry.createContext("/", LyingRegistryTest::answer);
        registry.start();
        Files.writeString(folder.resolve("registry-key.jwk"), KEY.publicJwk());
        node = InstalledNode.configured(
                folder.resolve("XA"),
                new InstalledNode.Wanted(
                        "XA",
                        "state",
                        Ports.claim(),
                        "http://127.0.0.1:" + registry.getAddress().getPort() + "/directory/list",
                        "../registry-key.jwk",
                        List.of("drill: true", "drillClock: clock", "programs: " + RunningDemo.PROGRAMS)));
        InstalledNode.Said said = node.init(PASSWORD, "--administrator", "admin");
        assertThat(said.exit()).describedAs(said.text()).isZero();
        given = edition(5, A_DAY, "XB", KEY);
        node.start().awaitReady();
        browser = new PlainBrowser(node.web());
        browser.signIn("admin", PASSWORD);
    }

    @AfterAll
    static void stop() {
        node.close();
        registry.stop(0);
        browser.close();
    }

    private static void answer(HttpExchange call) throws IOException {
        try (call) {
            byte[] list = given;
            call.getResponseHeaders().set("Content-Type", DirectoryList.MEDIA_TYPE);
            call.sendResponseHeaders(200, list.length);
            call.getResponseBody().write(list);
        }
    }

    /// With Arvenia's own entry, without which its node does not call itself ready, and that of one other State.
    private static byte[] edition(long number, Duration validity, String state, RegistryKey key) throws IOException {
        return DirectoryList.sign(number, Instant.now(), validity, List.of(entry("XA"), entry(state)), key)
                .bytes();
    }

    private static Entry entry(String state) throws IOException {
        try (InputStream world =
                LyingRegistryTest.class.getResourceAsStream("/comity/node/demo/world/" + state + ".json")) {
            return EntryJson.parse(new String(world.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("@day-\\d+", LocalDate.now(ZoneOffset.UTC).toString())
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    /// The registry gives this from now on. A node whose list ends soon asks at once when time has jumped; by a second
    /// only, because an hour would end the session of whoever looks at its pages.
    private static void give(byte[] list) throws IOException {
        given = list;
        passed = passed.plusSeconds(1);
        DrillClock.write(node.folder().resolve("clock"), passed);
    }

    private static void awaitHealth(String words) {
        ApiCalls.await(
                "that the health page says: " + words,
                () -> browser.open("/health").html().contains(words));
    }

    private static void requireStillInForce() {
        assertThat(browser.open("/health").html()).contains("stays in force").contains("List 5 of");
        assertThat(browser.open("/directory").html()).contains("Belmora").doesNotContain("Corvan");
        assertThat(node.isReady()).isTrue();
    }

    @Test
    void what_must_not_be_believed_is_refused_and_said_and_the_last_good_list_stays() throws IOException {
        give(edition(6, A_YEAR, "XC", RegistryKey.generate()));
        awaitHealth("a list that its key has not signed");
        requireStillInForce();

        give(edition(4, A_YEAR, "XC", KEY));
        awaitHealth("an older list than the one in force");
        requireStillInForce();

        give(edition(5, A_YEAR, "XC", KEY));
        awaitHealth("another list under the number of the one in force");
        requireStillInForce();

        give("404, and a friendly page".getBytes(StandardCharsets.UTF_8));
        awaitHealth("something that is no list");
        requireStillInForce();

        String log = Files.readString(node.folder().resolve("node.log"));
        assertThat(log)
                .contains("A directory list was not taken: list-forged")
                .contains("A directory list was not taken: list-went-back")
                .contains("A directory list was not taken: list-two-faced")
                .contains("A directory list was not taken: list-malformed");

        give(edition(6, A_YEAR, "XC", KEY));
        awaitHealth("List 6 of");
        assertThat(browser.open("/health").html()).doesNotContain("stays in force");
        assertThat(browser.open("/directory").html()).contains("Corvan").doesNotContain("Belmora");
    }
}
