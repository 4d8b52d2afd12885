package comity.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import comity.kernel.Sha256;
import comity.testkit.FrayedLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Files that a person brings to an exhibit from a real browser, over a line that breaks.
class UploadPageTest {
    private static final int MEBIBYTE = 1 << 20;
    private static final int MOST_BYTES = 45_000;

    private final RunningDemo demo = SharedDemo.get();
    private final Handover handover = new Handover(demo);
    private final Chromium chromium = new Chromium();
    private final FrayedLine line = new FrayedLine(demo.node("XB").web());
    private final String exhibit = handover.begun();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        chromium.close();
        line.close();
    }

    private Path file(String name, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        return Files.write(folder.resolve(name), content);
    }

    private static String sha256(Path file) throws IOException {
        return Sha256.hex(Files.readAllBytes(file));
    }

    /// By the node's own name: a browser gives its cookies to no other.
    private String address() {
        return "http://" + demo.node("XB").web().getHost() + ":"
                + line.address().getPort() + "/exhibits/" + exhibit;
    }

    /// The exhibit's page, over the line.
    private Page page(String language) {
        Page page = chromium.signedIn(demo.node("XB"), "central-authority", language);
        page.navigate(address());
        return page;
    }

    private static void choose(Page page, Path... files) {
        page.setInputFiles("#file", files);
        page.waitForCondition(() -> page.inputValue("#sha256").lines().count() == files.length);
    }

    private static void takeIn(Page page) {
        page.click("#files-form > button");
    }

    private static void awaitTaken(Page page) {
        page.waitForURL("**?done=files*");
    }

    private JsonNode taken() {
        return Handover.shown(handover.belmoranCentral(), exhibit).path("files");
    }

    /// Writes down, in the page's own window, how many bytes of files it sends.
    private static void count(Page page) {
        page.evaluate("""
                () => {
                  window.sent = 0;
                  const send = XMLHttpRequest.prototype.send;
                  XMLHttpRequest.prototype.send = function (body) {
                    if (body) window.sent += body.size;
                    return send.call(this, body);
                  };
                }""");
    }

    private static long sent(Page page) {
        return ((Number) page.evaluate("() => window.sent")).longValue();
    }

    private static double far(Page page) {
        return ((Number) page.evaluate("() => document.getElementById('files-bar').value")).doubleValue();
    }

    @Test
    void go_on_by_themselves_when_the_line_is_back() throws IOException {
        Path disk = file("disk.img", 40 * MEBIBYTE);
        Page page = page("en");
        choose(page, disk, file("note.txt", 12));
        List<Long> pieces = new ArrayList<>();
        page.onRequest(call -> {
            if (call.method().equals("PATCH")) {
                pieces.add(Long.parseLong(call.headerValue("upload-offset")));
            }
        });
        line.breakOnTheWayThere(20L * MEBIBYTE);
        takeIn(page);
        page.waitForCondition(() -> page.textContent("#files-said").contains("The line is broken."));
        assertThat(far(page)).isBetween(0.2, 0.6);
        assertThat(taken()).isEmpty();
        line.mend();
        awaitTaken(page);
        assertThat(pieces)
                .filteredOn(at -> at == 0)
                .as("no byte of a file is sent from its start again")
                .hasSize(2);
        assertThat(taken()).hasSize(2);
        assertThat(taken().at("/0/sha256").asString()).isEqualTo(sha256(disk));
        assertThat(taken().at("/0/compared").asBoolean()).isTrue();
    }

    @Test
    void go_on_where_they_stopped_when_the_page_is_opened_again() throws IOException {
        Path disk = file("القرص.img", 30 * MEBIBYTE);
        Page page = page("ar");
        choose(page, disk);
        line.breakOnTheWayThere(20L * MEBIBYTE);
        takeIn(page);
        page.waitForCondition(() -> page.locator("#files-way").isVisible() && line.isBroken());
        line.mend();
        page.navigate("about:blank");
        page.navigate(address());
        assertThat(page.textContent("#unfinished ~ table")).contains("القرص.img");
        assertThat(PagesTest.faults(page)).isEmpty();
        count(page);
        choose(page, disk);
        // What is sent is counted before the page leaves.
        page.evaluate("() => addEventListener('pagehide', () => sessionStorage.setItem('sent', window.sent))");
        takeIn(page);
        awaitTaken(page);
        long sent = Long.parseLong((String) page.evaluate("() => sessionStorage.getItem('sent')"));
        assertThat(sent).isBetween(1L, 25L * MEBIBYTE);
        assertThat(taken().at("/0/name").asString()).isEqualTo("القرص.img");
        assertThat(taken().at("/0/sha256").asString()).isEqualTo(sha256(disk));
    }

    @Test
    void stop_before_they_leave_when_they_are_not_what_was_collected() throws IOException {
        Page page = page("fr");
        page.fill("#sha256", "0".repeat(64) + "  a.csv");
        page.setInputFiles("#file", file("a.csv", 3000));
        count(page);
        page.waitForCondition(() -> page.locator("#files-way").isHidden());
        takeIn(page);
        page.waitForCondition(() -> page.textContent("#files-wrong").contains("un autre SHA-256"));
        assertThat(sent(page)).isZero();
        assertThat(taken()).isEmpty();
    }

    @Test
    void say_which_line_is_no_digest_before_anything_is_sent() throws IOException {
        Page page = page("en");
        page.fill("#sha256", "not a digest");
        page.setInputFiles("#file", file("a.csv", 3000));
        takeIn(page);
        page.waitForCondition(() -> page.textContent("#files-wrong").contains("is no SHA-256"));
        assertThat(page.inputValue("#sha256")).isEqualTo("not a digest");
    }

    @Test
    void wait_for_whoever_must_sign_in_again() throws IOException {
        Path disk = file("b.img", 5 * MEBIBYTE);
        Page page = page("en");
        choose(page, disk);
        // The session is gone; the browser is still the same.
        page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName(Pattern.compile("person-.*")));
        takeIn(page);
        page.waitForCondition(() -> page.textContent("#files-said").contains("Your session has ended."));
        chromium.signInInAnotherTab(page, demo.node("XB"), "central-authority");
        page.bringToFront();
        awaitTaken(page);
        assertThat(taken().at("/0/sha256").asString()).isEqualTo(sha256(disk));
    }

    @Test
    void leave_as_a_form_from_a_browser_without_scripts() throws IOException {
        Path note = file("note.txt", 300);
        Page page = chromium.scriptless(demo.node("XB"), "central-authority", "en");
        page.navigate(address());
        page.setInputFiles("#file", note);
        takeIn(page);
        awaitTaken(page);
        assertThat(taken().at("/0/sha256").asString()).isEqualTo(sha256(note));
    }

    @Test
    void need_no_heavy_page() {
        Page page = page("en");
        page.waitForLoadState();
        assertThat(PagesTest.bytesOf(page)).isLessThan(MOST_BYTES);
    }
}
