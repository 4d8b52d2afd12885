package comity.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Who comes in at the door and what they see there, in a real browser on running nodes: passkeys, the
/// end of a session, two tabs, the public verify page, and what is not for everybody.
class SignInAndVerifyTest extends InBrowser {
    @Nested
    class A_passkey {
        @Test
        void is_added_on_ones_own_page_signs_in_and_is_removed_again() {
            RunningDemo.Node node = demo.node("XA");
            Page page = chromium.signedIn(node, "central-authority", "en");
            plugInASecurityKey(page);
            page.navigate(node.web() + "/me");
            page.fill("#add-passkey input[name=label]", "Key on my ring");
            page.click("#add-passkey button");
            page.locator("table.cards td", new Page.LocatorOptions().setHasText("Key on my ring"))
                    .waitFor();

            page.locator(".tools form[action='/sign-out'] button").click();
            page.waitForURL(address -> address.endsWith("/sign-in?out=1"));
            page.navigate(node.web() + "/me");
            assertThat(page.url()).contains("/sign-in?to=");
            page.click("#passkey");
            page.waitForURL(node.web() + "/me");
            assertThat(page.locator("table.cards tbody tr").count()).isEqualTo(1);

            page.locator("form[action='/me/passkeys/remove'] button").click();
            page.locator(".say.good").waitFor();
            assertThat(page.locator("table.cards").count()).isZero();
        }

        /// What plugging in a security key does that is touched each time it asks.
        private static void plugInASecurityKey(Page page) {
            CDPSession browser = page.context().newCDPSession(page);
            browser.send("WebAuthn.enable");
            JsonObject key = new JsonObject();
            key.addProperty("protocol", "ctap2");
            key.addProperty("transport", "usb");
            key.addProperty("hasResidentKey", true);
            key.addProperty("hasUserVerification", true);
            key.addProperty("isUserVerified", true);
            JsonObject plugged = new JsonObject();
            plugged.add("options", key);
            browser.send("WebAuthn.addVirtualAuthenticator", plugged);
        }
    }

    @Nested
    class A_session_that_is_about_to_end {
        private final RunningDemo.Node node = demo.node("XA");
        private final Page page = chromium.signedIn(node, "central-authority", "en");

        @Test
        void is_warned_of_two_minutes_before_and_goes_on_with_one_key() {
            typeAndWait("28:30");
            assertThat(warning()).contains("signed out in less than two minutes");
            page.locator("input[name=password]").press("z");
            page.waitForCondition(() -> page.locator("#session").isHidden());
            assertThat(typed()).isEqualTo("half-writtenz");
        }

        @Test
        void goes_on_with_its_button_and_the_focus_returns() {
            typeAndWait("28:30");
            page.click("#session-stay button");
            page.waitForCondition(() -> page.locator("#session").isHidden());
            page.clock().fastForward("27:00");
            assertThat(page.locator("#session").isHidden()).isTrue();
            assertThat(page.evaluate("() => document.activeElement.name")).isEqualTo("password");
        }

        @Test
        void leaves_what_was_typed_on_the_page_when_it_has_ended() {
            typeAndWait("31:00");
            assertThat(warning()).contains("You are signed out");
            assertThat(page.locator("#session-stay").isHidden()).isTrue();
            assertThat(typed()).isEqualTo("half-written");
        }

        @Test
        void goes_on_from_a_page_that_was_opened_before_signing_in_again_in_another_tab() {
            page.navigate(node.web() + "/me");
            page.fill("input[name=password]", "half-written");
            chromium.signInInAnotherTab(page, node, "central-authority");
            page.clock().install();
            page.clock().fastForward("28:30");
            assertThat(warning()).contains("signed out in less than two minutes");
            Response extended = page.waitForResponse(
                    answer -> answer.url().endsWith("/session/extend") && answer.ok(),
                    () -> page.click("#session-stay button"));
            assertThat(extended.text()).isNotEmpty();
            assertThat(typed()).isEqualTo("half-written");
        }

        private void typeAndWait(String time) {
            page.clock().install();
            page.navigate(node.web() + "/me");
            page.fill("input[name=password]", "half-written");
            page.clock().fastForward(time);
        }

        private String typed() {
            return page.inputValue("input[name=password]");
        }

        private String warning() {
            page.waitForCondition(() -> page.locator("#session").isVisible());
            return page.locator("#session-said").textContent();
        }
    }

    @Nested
    class A_page_that_was_opened_before_one_signed_in_again_in_another_tab {
        private final RunningDemo.Node node = demo.node("XA");
        private final Page first = chromium.signedIn(node, "duty-officer", "en");
        private final String draft = "/drafts/"
                + ApiCalls.as(node, "duty-officer")
                        .draftExample("XB", Examples.ward9())
                        .path("id")
                        .asString();

        @Test
        void gives_back_all_that_was_typed_and_oversight_reads_nothing_of_it() {
            write("Typed in the first tab.");
            chromium.signInInAnotherTab(first, node, "duty-officer");
            assertThat(send().status()).isEqualTo(303);
            first.waitForURL(address -> address.contains("/kept/"));
            assertThat(first.locator("main").textContent())
                    .contains("from a page of an earlier session")
                    .contains("Typed in the first tab.");
            assertThat(PagesTest.faults(first)).isEmpty();
            assertThat(stored()).doesNotContain("Typed in the first tab.");

            first.locator("main button[formaction='/language']").click();
            first.waitForCondition(() -> first.locator("#page-form textarea").count() > 0);
            assertThat(first.inputValue("#page-form textarea")).isEqualTo("Typed in the first tab.");
            send();
            assertThat(stored()).isEqualTo("Typed in the first tab.");
            assertThat(refused()).isZero();
        }

        @Test
        void of_somebody_else_is_refused_and_noted_and_so_is_a_forged_form() {
            write("Typed by the duty officer.");
            chromium.signInInAnotherTab(first, node, "central-authority");
            assertThat(send().status()).isEqualTo(403);
            assertThat(refused()).isEqualTo(1);

            write("Typed by the central authority.");
            first.locator("#page-form input[name=_csrf]")
                    .evaluate("field => field.value = field.value.slice(0, -4) + 'AAAA'");
            assertThat(send().status()).isEqualTo(403);
            assertThat(refused()).isEqualTo(2);
            assertThat(stored()).doesNotContain("Typed by");
        }

        private void write(String text) {
            first.navigate(node.web() + draft + "/necessity");
            first.fill("#page-form textarea", text);
        }

        private Response send() {
            return first.waitForResponse(
                    answer -> answer.request().method().equals("POST"),
                    () -> first.locator("#page-form button.button").first().click());
        }

        /// What a reading of the draft shows, in a window of its own.
        private String stored() {
            Page reader = chromium.signedIn(node, "duty-officer", "en");
            reader.navigate(node.web() + draft + "/necessity");
            return reader.inputValue("#page-form textarea");
        }

        private int refused() {
            Page oversight = chromium.signedIn(node, "oversight", "en");
            oversight.navigate(node.web() + "/oversight?denied=1&subject=" + draft + "/necessity");
            return oversight.locator("table.cards tbody tr").count();
        }
    }

    @Nested
    class The_verify_page {
        private final ApiCalls asking = ApiCalls.as(demo.node("XA"), "duty-officer");
        private final Page page = chromium.anonymous();

        @Test
        void knows_a_genuine_request_from_a_wrong_fingerprint_and_from_one_that_was_withdrawn() {
            String reference = asking.sendExample("XB", Examples.ward9());
            String fingerprint = asking.request(reference).path("fingerprint").asString();
            ApiCalls.as(demo.node("XB"), "duty-officer").awaitAct(reference, "acknowledge");

            for (String state : List.of("XA", "XB")) {
                assertThat(check(state, reference, fingerprint))
                        .contains("✓ Genuine")
                        .contains(reference)
                        .contains("In force, not withdrawn")
                        .contains("does not allow anybody to disclose");
                assertThat(check(state, reference, turned(fingerprint)))
                        .contains("✕ Not genuine")
                        .doesNotContain("Arvenia");
            }

            asking.act(reference, "withdraw", "{\"reason\":\"No longer needed.\"}");
            assertThat(check("XA", reference, fingerprint))
                    .contains("⚠ Genuine, but no longer in force")
                    .contains("Withdrawn")
                    .doesNotContain("✓");
            ApiCalls.as(demo.node("XB"), "duty-officer").awaitState(reference, "withdrawn");
            assertThat(check("XB", reference, fingerprint)).contains("Withdrawn");
        }

        @Test
        void answers_in_arabic_without_a_fault_that_axe_can_see() {
            String reference = asking.sendExample("XB", Examples.ward9());
            String fingerprint = asking.request(reference).path("fingerprint").asString();
            Page arabic = chromium.anonymous("ar");
            assertThat(check(arabic, "XA", reference, fingerprint)).contains(reference);
            assertThat(arabic.locator("html").getAttribute("dir")).isEqualTo("rtl");
            assertThat(check(arabic, "XA", reference, turned(fingerprint))).doesNotContain("أرفينيا");
            asking.act(reference, "withdraw", "{\"reason\":\"No longer needed.\"}");
            assertThat(check(arabic, "XA", reference, fingerprint))
                    .contains("⚠")
                    .doesNotContain("✓");
        }

        private String check(String state, String reference, String fingerprint) {
            return check(page, state, reference, fingerprint);
        }

        private String check(Page page, String state, String reference, String fingerprint) {
            page.navigate(demo.node(state).web() + "/verify");
            page.fill("input[name=reference]", reference);
            page.fill("input[name=fingerprint]", fingerprint);
            page.locator("#page-form .acts button").click();
            page.locator("main .say").waitFor();
            assertThat(PagesTest.faults(page)).isEmpty();
            return page.locator("main .say").textContent();
        }

        /// The same fingerprint with its first character another one.
        private static String turned(String fingerprint) {
            return (fingerprint.startsWith("0") ? "1" : "0") + fingerprint.substring(1);
        }
    }

    @Nested
    class A_door_that_is_not_ones_own {
        private final RunningDemo.Node node = demo.node("XA");

        @Test
        void stays_shut_and_oversight_reads_who_tried() {
            String reference = ApiCalls.as(node, "duty-officer").sendExample("XB", Examples.ward9());
            assertThat(open("administrator", "/requests/" + reference)).isIn(403, 404);
            assertThat(open("investigator", "/requests/" + reference)).isIn(403, 404);
            assertThat(open("investigator", "/people")).isEqualTo(403);

            Page oversight = chromium.signedIn(node, "oversight", "en");
            assertThat(rows(oversight, reference))
                    .anyMatch(row -> row.contains("the role does not allow it"))
                    .anyMatch(row -> row.contains("not this person's case"));
            assertThat(rows(oversight, "/people")).anyMatch(row -> row.contains("the role does not allow it"));
        }

        private int open(String role, String path) {
            return chromium.signedIn(node, role, "en")
                    .navigate(node.web() + path)
                    .status();
        }

        private List<String> rows(Page oversight, String subject) {
            oversight.navigate(node.web() + "/oversight?denied=1&subject=" + subject);
            return oversight.locator("table.cards tbody tr").allTextContents();
        }
    }

    @Nested
    class The_pages_of_people_oversight_directory_and_health {
        private final RunningDemo.Node node = demo.node("XA");

        @Test
        void weigh_little_and_have_no_fault_that_axe_can_see_in_english_and_arabic() {
            List<String> faults = new ArrayList<>();
            for (String language : List.of("en", "ar")) {
                see(faults, "duty-officer", language, List.of("/me", "/directory", "/directory/XB", "/health"));
                see(faults, "oversight", language, List.of("/oversight", "/oversight?denied=1"));
                see(faults, "administrator", language, List.of("/people", "/people/new", "/people#first"));
            }
            assertThat(faults).isEmpty();
        }

        private void see(List<String> faults, String role, String language, List<String> paths) {
            Page page = chromium.signedIn(node, role, language);
            for (String path : paths) {
                page.navigate(node.web() + path.replace("#first", ""));
                if (path.endsWith("#first")) {
                    page.locator("main table a").first().click();
                }
                PagesTest.faults(page).forEach(fault -> faults.add(language + " " + path + " " + fault));
                PagesTest.weighOpen(faults, page, path);
            }
        }
    }
}
