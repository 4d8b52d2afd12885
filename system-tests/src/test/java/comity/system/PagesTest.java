package comity.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The pages in a real browser: the job in French on one side and Arabic on the other, their weight, and axe.
class PagesTest {
    private static final long MOST_BYTES = 25_000;
    private static final int FULL_INBOX = 25;
    private static final List<String> WIZARD = List.of(
            "facts",
            "offence",
            "basis",
            "items",
            "items/0",
            "items/1",
            "custodian",
            "necessity",
            "urgency",
            "authority",
            "confirmation",
            "conducting",
            "prosecution",
            "status",
            "secrecy",
            "handling",
            "mla",
            "days",
            "requested",
            "signatory",
            "other",
            "check");
    /// The page and everything it asked for, as it came over the line; what came from the cache counts in full.
    private static final String BYTES_OF_ALL_ANSWERS = """
            () => performance.getEntriesByType('navigation').concat(performance.getEntriesByType('resource'))
                .reduce((sum, answer) => sum + answer.encodedBodySize, 0)""";
    private static Chromium chromium;
    private static RunningDemo demo;
    private static String draft = "";

    @BeforeAll
    static void open() {
        demo = SharedDemo.get();
        chromium = new Chromium();
        fillTheInbox();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void a_request_goes_from_a_french_desk_to_an_arabic_one_and_its_acknowledgement_back() {
        String reference = ApiCalls.as(demo.node("XA"), "duty-officer").sendExample("XB", Examples.ward9());
        ApiCalls.as(demo.node("XB"), "duty-officer").awaitAct(reference, "acknowledge");

        Page arabic = chromium.signedIn(demo.node("XB"), "duty-officer", "ar");
        assertThat(arabic.locator("html").getAttribute("dir")).isEqualTo("rtl");
        arabic.navigate(demo.node("XB").web() + "/requests/" + reference);
        assertThat(arabic.title()).contains("DRILL");
        arabic.navigate(demo.node("XB").web() + "/requests/" + reference + "/acknowledge");
        arabic.locator("main button.button").first().click();

        Page french = chromium.signedIn(demo.node("XA"), "duty-officer", "fr");
        ApiCalls.await("Arvenia sees the acknowledgement", () -> {
            french.navigate(demo.node("XA").web() + "/requests/" + reference);
            return ApiCalls.as(demo.node("XA"), "duty-officer")
                    .request(reference)
                    .path("acknowledgement")
                    .isObject();
        });
        assertThat(french.locator("html").getAttribute("lang")).isEqualTo("fr");
        assertThat(french.locator("h1").count()).isEqualTo(1);
    }

    @Test
    void weigh_little_on_first_view() {
        List<String> heavy = new ArrayList<>();
        weigh(heavy, chromium.anonymous(), "/sign-in");
        weigh(heavy, chromium.anonymous(), "/verify");
        Page arabic = chromium.signedIn(demo.node("XA"), "duty-officer", "ar");
        for (String path : drafting()) {
            weigh(heavy, arabic, path);
        }
        String acknowledge = "/requests/" + waiting() + "/acknowledge";
        weighAt(heavy, demo.node("XB"), chromium.signedIn(demo.node("XB"), "duty-officer", "ar"), acknowledge);
        assertThat(heavy).isEmpty();
    }

    @Test
    void have_no_fault_that_axe_can_see_in_english_and_arabic() {
        List<String> faults = new ArrayList<>();
        String acknowledge = "/requests/" + waiting() + "/acknowledge";
        for (String language : List.of("en", "ar")) {
            Page asking = chromium.signedIn(demo.node("XA"), "duty-officer", language);
            drafting().forEach(path -> look(faults, asking, demo.node("XA"), path));
            Page asked = chromium.signedIn(demo.node("XB"), "duty-officer", language);
            for (String path : List.of("/requests", acknowledge, "/directory", "/verify", "/sign-in")) {
                look(faults, asked, demo.node("XB"), path);
            }
        }
        assertThat(faults).isEmpty();
    }

    /// What axe finds on the page that is open, by the rules of WCAG 2.2 AA.
    ///
    /// Of what is in order axe is not asked for each place. And it ends where it began: for the sake of frames from
    /// elsewhere, which no page of ours has, it would open another page each time to put its findings together.
    static List<String> faults(Page page) {
        assertThat(page.frames()).as("the page has no frame in it").hasSize(1);
        AxeRunOptions violations = new AxeRunOptions();
        violations.setResultTypes(List.of("violations"));
        return new AxeBuilder(page)
                        .options(violations)
                        .setLegacyMode(true)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                        .analyze()
                        .getViolations()
                        .stream()
                        .map(fault -> fault.getId() + ": " + fault.getHelp() + " at "
                                + fault.getNodes().getFirst().getHtml())
                        .toList();
    }

    private static void look(List<String> faults, Page page, RunningDemo.Node node, String path) {
        page.navigate(node.web() + path);
        faults(page).forEach(fault -> faults.add(path + " " + fault));
    }

    /// The inbox, and every page of the wizard.
    private static List<String> drafting() {
        List<String> paths = new ArrayList<>(List.of("/desk", "/drafts/new", draft));
        WIZARD.forEach(page -> paths.add(draft + "/" + page));
        return paths;
    }

    private static void fillTheInbox() {
        ApiCalls arvenia = ApiCalls.as(demo.node("XA"), "duty-officer");
        for (int row = 0; row < FULL_INBOX; row++) {
            draft = "/drafts/"
                    + arvenia.draftExample("XB", Examples.ward9()).path("id").asString();
        }
    }

    private static String waiting() {
        String reference = ApiCalls.as(demo.node("XA"), "duty-officer").sendExample("XB", Examples.ward9());
        ApiCalls.as(demo.node("XB"), "duty-officer").awaitAct(reference, "acknowledge");
        return reference;
    }

    private static void weigh(List<String> heavy, Page page, String path) {
        weighAt(heavy, demo.node("XA"), page, path);
    }

    private static void weighAt(List<String> heavy, RunningDemo.Node node, Page page, String path) {
        page.navigate(node.web() + path);
        weighOpen(heavy, page, path);
    }

    /// What the page that is open weighs, with all that it asked for.
    static long bytesOf(Page page) {
        return ((Number) page.evaluate(BYTES_OF_ALL_ANSWERS)).longValue();
    }

    /// Weighs the page that is open, and adds it when it is too heavy.
    static void weighOpen(List<String> heavy, Page page, String path) {
        long bytes = bytesOf(page);
        System.out.printf("%s weighs %d bytes%n", path, bytes);
        if (bytes > MOST_BYTES) {
            heavy.add(path + " weighs " + bytes);
        }
    }
}
