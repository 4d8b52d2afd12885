package comity.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Data to avert an emergency, in a real browser: asked for in French, acknowledged and kept in Arabic; what its
/// pages weigh, and axe.
class EmergencyInBrowserTest extends InBrowser {
    private static final String EXAMPLE = Path.of(
                    System.getProperty("comity.root"), "docs", "examples", "emergency-ward-9.yaml")
            .toString();

    private final Terminal ours = new Terminal(demo.node("XA"), "duty-officer");
    private final Terminal theirs = new Terminal(demo.node("XB"), "duty-officer");

    private String sent() {
        String reference =
                ours.json("emergency", "send", EXAMPLE).at("/summary/reference").asString();
        ours.awaitEmergency(reference, "received");
        return reference;
    }

    private static String reference(Page page) {
        return page.locator("h1 .ref").innerText();
    }

    @Test
    void goes_from_a_french_desk_to_an_arabic_one_and_its_answer_back() {
        String reference = sent();
        Page arabic = chromium.signedIn(demo.node("XB"), "duty-officer", "ar");
        arabic.navigate(demo.node("XB").web() + "/desk");
        assertThat(arabic.locator("html").getAttribute("dir")).isEqualTo("rtl");
        arabic.locator("form[action='/emergencies/" + reference + "/acknowledge'] button")
                .click();
        arabic.navigate(demo.node("XB").web() + "/emergencies/" + reference);
        assertThat(reference(arabic)).isEqualTo(reference);
        assertThat(arabic.title()).contains("DRILL");
        arabic.locator("#acts a[href$='/keep']").click();
        arabic.fill("[name='/order']", "BEL-EO-9");
        arabic.locator("#page-form button.button").click();
        assertThat(arabic.locator("[name='/order']").inputValue())
                .as("what was typed, beside the complaints")
                .isEqualTo("BEL-EO-9");
        arabic.fill(
                "[name='/justification']", "The ward is threatened for six o'clock. Nobody else can be asked in time.");
        arabic.fill("[name='/reasons']", "They are kept; the judge on duty decides at nine.");
        arabic.locator("[name='/substantialGrounds'][value='no']").check();
        arabic.locator("#page-form button.button").click();
        assertThat(arabic.url()).contains("done=keep");

        ours.awaitEmergency(reference, "kept-only");
        Page french = chromium.signedIn(demo.node("XA"), "duty-officer", "fr");
        french.navigate(demo.node("XA").web() + "/emergencies/" + reference);
        assertThat(french.locator("html").getAttribute("lang")).isEqualTo("fr");
        assertThat(french.locator("main").innerText())
                .contains("the judge on duty decides at nine")
                .doesNotContain("BEL-EO-9");
    }

    @Test
    void its_pages_weigh_little_and_have_no_fault_that_axe_can_see_in_english_and_arabic() {
        String reference = sent();
        String came = "/emergencies/" + reference;
        List<String> faults = new ArrayList<>();
        for (String language : List.of("en", "ar")) {
            Page asking = chromium.signedIn(demo.node("XA"), "duty-officer", language);
            String draft = draft(asking);
            for (String path : List.of("/emergencies", "/emergencies/new", came, came + "/withdraw", draft)) {
                look(faults, asking, demo.node("XA"), path);
            }
            Page asked = chromium.signedIn(demo.node("XB"), "duty-officer", language);
            for (String path : List.of("/desk", came)) {
                look(faults, asked, demo.node("XB"), path);
            }
        }
        theirs.done("emergency", "acknowledge", reference);
        for (String language : List.of("en", "ar")) {
            Page asked = chromium.signedIn(demo.node("XB"), "central-authority", language);
            for (String act : List.of("accept", "keep", "decline")) {
                look(faults, asked, demo.node("XB"), came + "/" + act);
            }
        }
        theirs.done(
                "emergency",
                "accept",
                reference,
                "--order",
                "BEL-EO-10",
                "--justification",
                "Ward 9 went down as announced. The second ward is threatened for six o'clock this morning.",
                "--substantial-grounds",
                "no");
        for (String language : List.of("en", "ar")) {
            Page asked = chromium.signedIn(demo.node("XB"), "central-authority", language);
            look(faults, asked, demo.node("XB"), came);
            look(faults, asked, demo.node("XB"), came + "/review");
        }
        assertThat(faults).isEmpty();
    }

    /// The address of the form of a new request, as a person comes to it.
    private static String draft(Page page) {
        page.navigate(demo.node("XA").web() + "/emergencies/new");
        page.locator("input[name='requested'][value='XB']").check();
        page.locator("#page-form button.button").click();
        return page.url().substring(demo.node("XA").web().toString().length());
    }

    private static void look(List<String> faults, Page page, RunningDemo.Node node, String path) {
        assertThat(page.navigate(node.web() + path).status()).as(path).isEqualTo(200);
        PagesTest.weighOpen(faults, page, path);
        PagesTest.faults(page).forEach(fault -> faults.add(path + " " + fault));
    }
}
