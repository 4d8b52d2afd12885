package comity.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The officer's job by hand, in a real browser: Arvenia drafts and sends in French, Belmora answers in Arabic.
class WizardTest extends InBrowser {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Test
    void takes_a_french_officer_from_an_empty_draft_to_sent_and_shows_each_step_of_the_arabic_answer() {
        clearTheDesk();
        Page arabic = chromium.listening(demo.node("XB"), "duty-officer", "ar");
        Page french = chromium.signedIn(demo.node("XA"), "duty-officer", "fr");
        begin(french);
        String draft = french.url();
        tellWhatHappened(french, draft);
        everyGapLeadsToItsField(french, draft);
        String reference = sendFrom(elsewhere(draft), draft);

        arrivesWithASoundAndWithoutSortingAnew(arabic);
        List<String> seen = new ArrayList<>(List.of(lastStep(french, reference)));
        acknowledgeWithTwoKeys(arabic, reference);
        seen.add(awaitNext(french, reference, seen));
        act(
                arabic,
                reference,
                "assess",
                Map.of(
                        "/necessity", "yes",
                        "/discrimination", "no",
                        "/protectedRole", "no",
                        "/refusalGround", "no",
                        "/reasons", "طُلبت سجلات قليلة ولا يوجد أثر آخر للشخص."));
        act(
                arabic,
                reference,
                "order",
                Map.of("/reference", "DPO/2027/1", "/orderedAt/text", TODAY.minusDays(1) + " 10:00"));
        seen.add(awaitNext(french, reference, seen));
        act(arabic, reference, "preserve", Map.of("/coverage", "full", "/provider", "Nimbus Harbour Cloud"));
        seen.add(awaitNext(french, reference, seen));
        assertThat(seen).doesNotHaveDuplicates().hasSize(4);
    }

    @Test
    void rings_as_urgently_as_the_request_says() {
        Page desk = chromium.listening(demo.node("XB"), "duty-officer", "ar");
        ApiCalls arvenia = ApiCalls.as(demo.node("XA"), "duty-officer");
        arvenia.sendExample("XB", Examples.ward9().replace("critical-infrastructure", "threat-to-life"));
        desk.waitForCondition(() -> desk.evaluate("() => window.heard.join()").equals("523,659,784"));
        arvenia.sendExample("XB", Examples.ward9().replace("critical-infrastructure", "other"));
        desk.waitForCondition(() -> desk.evaluate("() => window.heard.join()").equals("523,659,784,523"));
        assertThat(desk.title()).startsWith("(2) ");
    }

    @Test
    void needs_no_script() {
        String reference = ApiCalls.as(demo.node("XA"), "duty-officer").sendExample("XB", Examples.ward9());
        ApiCalls.as(demo.node("XB"), "duty-officer").awaitAct(reference, "acknowledge");
        Page arabic = chromium.scriptless(demo.node("XB"), "duty-officer", "ar");
        arabic.navigate(demo.node("XB").web() + "/desk");
        arabic.click("form[action='/requests/" + reference + "/acknowledge'] button");
        assertThat(arabic.url()).endsWith("/desk?done=" + reference);

        Page french = chromium.scriptless(demo.node("XA"), "duty-officer", "fr");
        begin(french);
        String draft = french.url();
        french.navigate(draft + "/necessity");
        french.fill("[name='/necessity']", "Le fournisseur efface ses journaux après sept jours.");
        next(french);
        assertThat(french.url()).isEqualTo(draft + "/urgency");
        french.navigate(draft + "/items");
        french.fill("[name=pasted]", "From: Rami <r4m1.drop@pelicanmail.example>");
        french.click("#page-form .button");
        french.check("[name=take]");
        french.click("#found [name=add]");
        assertThat(french.url()).endsWith("/items?added=1");
    }

    /// Other tests leave requests; the keys must find this one.
    private static void clearTheDesk() {
        ApiCalls belmora = ApiCalls.as(demo.node("XB"), "duty-officer");
        belmora.get("/api/v1/requests?side=requested&state=received&limit=100")
                .path("requests")
                .forEach(request -> belmora.post(
                        "/api/v1/requests/" + request.path("reference").asString() + "/acknowledge", "{}"));
    }

    private static void begin(Page page) {
        page.navigate(demo.node("XA").web() + "/drafts/new");
        fill(page, "requested", "XB");
        page.click("#page-form .button");
        page.waitForURL("**/drafts/*");
    }

    private static void tellWhatHappened(Page page, String draft) {
        double empty = meter(page);
        sheet(
                page,
                draft,
                "facts",
                Map.of(
                        "/facts",
                        "Quelqu’un a copié les fichiers du service 9 d’un hôpital, puis les a rendus illisibles. "
                                + "Quatorze patients ont été déplacés. Une rançon est demandée.",
                        "/childNamesAbsent",
                        "yes"));
        page.navigate(draft);
        assertThat(meter(page)).isGreaterThan(empty);

        allComplaintsAtOnceAndNothingLost(page, draft);
        // The treaty that binds both is chosen already; the Convention is not in force here.
        sheet(page, draft, "basis", Map.of("/basis/code", "budapest"));
        item(page, draft);
        itemsFromAText(page, draft);
        sheet(
                page,
                draft,
                "custodian",
                Map.of("/custodian/name", "Nimbus Harbour Cloud", "/custodian/location", "Belmora City"));
        sheet(page, draft, "necessity", Map.of("/necessity", "Le fournisseur efface ses journaux après sept jours."));
        sheet(page, draft, "urgency", Map.of("/urgency/criterion", "critical-infrastructure"));
        assertThat(page.locator("#page-form [role=status], main [role=status]").count())
                .as("the page says that it asks more because of the answer")
                .isEqualTo(1);
        sheet(
                page,
                draft,
                "urgency",
                Map.of(
                        "/urgency/reason", "Un service d’hôpital travaille sans ses fichiers.",
                        "/urgency/lostAt/text", TODAY.plusDays(6) + " 22:58",
                        "/urgency/lostAt/zone", "UTC"));
        sheet(
                page,
                draft,
                "authority",
                Map.of(
                        "/authority/name", "Parquet national numérique d’Arvénie",
                        "/authority/type", "prosecutor",
                        "/authority/phone", "+99900010110",
                        "/authority/email", "cyber@parquet.xa.example",
                        "/authority/zone", "Europe/Paris",
                        "/authority/replyChannel", "node"));
        sheet(
                page,
                draft,
                "confirmation",
                Map.of("/confirmation/role", "Chef de la permanence de nuit", "/confirmation/phone", "+99900010100"));
        sheet(page, draft, "conducting", Map.of());
        sheet(page, draft, "prosecution", Map.of("/prosecution/caseNumber", "PNN-2027-0318"));
        sheet(page, draft, "status", Map.of("/status", "new"));
        sheet(page, draft, "secrecy", Map.of("/secrecy/confidential", "yes", "/secrecy/doNotNotify", "no"));
        sheet(page, draft, "handling", Map.of("/handling/tlp", "amber+strict", "/handling/pap", "amber"));
    }

    private static void allComplaintsAtOnceAndNothingLost(Page page, String draft) {
        String offence = "Accès illégal aux ordinateurs d’un hôpital, et extorsion";
        sheet(
                page,
                draft,
                "offence",
                Map.of(
                        "/offence/description", offence,
                        "/offence/article", "unc.7",
                        "/offence/provision", "art. 323-1 ".repeat(50),
                        "/offence/maximumPenaltyYears", "cinq",
                        "/offence/barredOn", "un jour"));
        assertThat(page.locator("#troubles li").allInnerTexts())
                .hasSize(3)
                .anySatisfy(text -> assertThat(text).contains("500"))
                .noneSatisfy(text -> assertThat(text).contains("{"));
        assertThat(value(page, "/offence/description")).isEqualTo(offence);
        assertThat(value(page, "/offence/maximumPenaltyYears")).isEqualTo("cinq");
        assertThat(value(page, "/offence/barredOn")).isEqualTo("un jour");
        fill(page, "/offence/provision", "Code pénal, art. 323-1");
        fill(page, "/offence/maximumPenaltyYears", "5");
        fill(page, "/offence/barredOn", "");
        next(page);
        assertThat(page.url()).endsWith("/basis");
    }

    private static void item(Page page, String draft) {
        sheet(
                page,
                draft,
                "items/0",
                Map.of(
                        "/items/0/type", "account-id",
                        "/items/0/value", "nh-7f31c2",
                        "/items/0/service", "Nimbus Harbour Cloud",
                        "/items/0/data", "subscriber",
                        "/items/0/relation", "Le compte d’où les fichiers ont été pris."));
    }

    /// Four things stand in the text. The officer takes two, names the clock of one, and is told what they still need.
    private static void itemsFromAText(Page page, String draft) {
        page.navigate(draft + "/items");
        page.fill("[name=pasted]", """
                %1$s 01:03:45 sshd: Accepted password for root from 203.0.113.77 port 52990
                %1$s 01:04:10 sshd: Accepted password for root from 198.51.100.23 port 40112
                From: Rami <r4m1.drop@pelicanmail.example>
                account: nh-7f31c2 and file d41d8cd98f00b204e9800998ecf8427e""".formatted(TODAY.minusDays(1)));
        page.click("#page-form .button");
        assertThat(page.locator("#found [name=take]").count()).isEqualTo(4);
        page.click("#found [name=add]");
        assertThat(page.locator("#troubles li").count()).as("nothing is ticked").isEqualTo(1);
        page.check("[name=take][value='ipv4 203.0.113.77']");
        page.fill("[name='port ipv4 203.0.113.77']", "52990");
        page.fill("[name='zone ipv4 203.0.113.77']", "Europe/Paris");
        page.check("[name=take][value='email r4m1.drop@pelicanmail.example']");
        page.click("#found [name=add]");
        page.waitForURL("**/items?added=2");
        assertThat(page.locator("main .card").count()).isEqualTo(3);
        assertThat(page.locator("main .card a[href*='#/items/1/']").count()).isGreaterThanOrEqualTo(2);
        for (int entry : new int[] {1, 2}) {
            sheet(
                    page,
                    draft,
                    "items/" + entry,
                    Map.of(
                            "/items/" + entry + "/data", "subscriber",
                            "/items/" + entry + "/relation", "D’où les fichiers ont été pris."));
        }
    }

    /// Each link of what is missing opens the page that asks for it, at the field.
    private static void everyGapLeadsToItsField(Page page, String draft) {
        page.navigate(draft);
        List<String> links = page.locator("#gaps a").all().stream()
                .map(link -> link.getAttribute("href"))
                .toList();
        assertThat(links).isNotEmpty();
        for (String link : links) {
            page.navigate(demo.node("XA").web() + link);
            assertThat(page.locator("[id='" + link.substring(link.indexOf('#') + 1) + "']")
                            .count())
                    .as(link)
                    .isEqualTo(1);
        }
    }

    /// The same draft in another browser, where what was typed before stands.
    private static Page elsewhere(String draft) {
        Page page = chromium.signedIn(demo.node("XA"), "duty-officer", "fr");
        page.navigate(draft + "/facts");
        assertThat(value(page, "/facts")).startsWith("Quelqu’un a copié");
        return page;
    }

    private static String sendFrom(Page page, String draft) {
        sheet(page, draft, "mla", Map.of("/mla/intended", "yes", "/mla/measures", "disclosure"));
        sheet(page, draft, "days", Map.of("/days", "90"));
        sheet(page, draft, "requested", Map.of());
        sheet(page, draft, "signatory", Map.of("/signatory/role", "Agent de permanence"));
        sheet(page, draft, "other", Map.of());
        page.navigate(draft + "/check");
        page.click("form[action$='/send'] .button");
        page.waitForURL("**/sent");
        assertThat(page.locator(".done .id").count()).isEqualTo(2);
        return page.locator(".done .id").first().innerText();
    }

    /// Critical infrastructure is two tones. The list stays as it was: the page only offers to show what is new.
    private static void arrivesWithASoundAndWithoutSortingAnew(Page page) {
        String before = String.join(" ", page.locator("table.lines .ref").allInnerTexts());
        page.waitForCondition(() -> page.locator("#updates").isVisible());
        assertThat(page.locator("[role=status] #updates").innerText()).matches("(?s).*[0-9\u0660-\u0669]+.*");
        assertThat(page.evaluate("() => window.heard.join()")).isEqualTo("523,659");
        assertThat(String.join(" ", page.locator("table.lines .ref").allInnerTexts()))
                .isEqualTo(before);
        page.click("#updates");
    }

    private static void acknowledgeWithTwoKeys(Page page, String reference) {
        page.waitForSelector("table.lines .ref:has-text('" + reference + "')");
        page.keyboard().press("a");
        page.keyboard().press("a");
        page.waitForURL("**/desk?done=" + reference);
        assertThat(page.locator(".say.good").innerText()).contains(reference);
    }

    private static void act(Page page, String reference, String act, Map<String, String> answers) {
        page.navigate(demo.node("XB").web() + "/requests/" + reference + "/" + act);
        answers.forEach((field, answer) -> fill(page, field, answer));
        page.click("#page-form .button:not(.quiet)");
        page.waitForURL("**/requests/" + reference + "?done=" + act);
    }

    /// What the asking State last heard or did, as its page tells it.
    private static String lastStep(Page page, String reference) {
        page.navigate(demo.node("XA").web() + "/requests/" + reference);
        return page.locator(".line li strong").allInnerTexts().toString();
    }

    private static String awaitNext(Page page, String reference, List<String> seen) {
        ApiCalls.await("that Arvenia sees the next step", () -> !seen.contains(lastStep(page, reference)));
        return lastStep(page, reference);
    }

    private static double meter(Page page) {
        return Double.parseDouble(page.locator("meter.meter").getAttribute("value"));
    }

    private static void sheet(Page page, String draft, String name, Map<String, String> answers) {
        if (!page.url().equals(draft + "/" + name)) {
            page.navigate(draft + "/" + name);
        }
        answers.forEach((field, answer) -> fill(page, field, answer));
        next(page);
    }

    private static void next(Page page) {
        page.click("#page-form [data-key=next]");
    }

    /// Answers one question with whatever control the page has for it.
    private static void fill(Page page, String field, String answer) {
        Locator control = page.locator("[name='" + field + "']").first();
        String kind = (String) control.evaluate("control => control.type");
        switch (kind) {
            case "radio", "checkbox" -> page.check("[name='" + field + "'][value='" + answer + "']");
            case "select-one" -> control.selectOption(answer);
            default -> control.fill(answer);
        }
    }

    private static String value(Page page, String field) {
        return page.locator("[name='" + field + "']").inputValue();
    }
}
