package comity.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The law at a running node, for somebody who has no account: may Arvenia ask Gavaria for content data about a
/// ransomware case?
class LawInBrowserTest extends InBrowser {
    private static final String QUESTION = "?from=XA&to=XG&offence=unc.10&measure=stored-data&data=content";

    @Test
    void the_question_is_found_from_the_first_page_asked_by_choosing_and_answered_with_reasons() {
        Page page = chromium.anonymous();
        page.navigate(demo.node("XA").web() + "/");
        page.click("main a[href='/law/ask']");
        page.selectOption("#from", "XA");
        page.selectOption("#to", "XG");
        page.selectOption("#offence", "unc.10");
        page.selectOption("#measure", new SelectOption().setValue("stored-data"));
        page.selectOption("#data", "content");
        page.click("main form button.button");
        assertThat(page.url()).contains("/law/ask?");
        String answer = page.locator("#answer").innerText();
        JsonNode told = told();
        assertThat(told.path("carries").asString()).isEqualTo("with-facts");
        assertThat(told.path("best").asString()).isEqualTo("bilateral.xa-xg.1998");
        assertThat(answer).isNotBlank();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator("dl.onpaper").innerText()).contains("Interference with", "content data", "(XG)");
        assertThat(page.locator("main form").isVisible()).isFalse();
        assertThat(page.locator("details[open]").count()).isEqualTo(1);
        assertThat(page.locator("details[open] li").count()).isGreaterThanOrEqualTo(3);
    }

    private static JsonNode told() {
        URI question = URI.create(demo.node("XA").web() + "/api/v1/law/eligibility" + QUESTION);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(question)
                            .header("Accept-Language", "en")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return JsonMapper.shared().readTree(answer.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Test
    void the_tracker_counts_the_practice_world_and_supposes_the_fortieth() {
        Page page = chromium.anonymous();
        page.navigate(demo.node("XB").web() + "/law");
        assertThat(page.locator(".boxes .full").count()).isEqualTo(37);
        assertThat(page.locator(".boxes .none").count()).isEqualTo(3);
        page.navigate(demo.node("XB").web() + "/law?deposit=XG=2027-04-18&deposit=QZ=2027-04-19&deposit=FR=2027-04-20");
        assertThat(page.locator(".boxes .maybe").count()).isEqualTo(3);
        assertThat(page.locator("main p.say").first().innerText()).contains("2027");
    }

    @Test
    void the_pages_have_no_fault_that_axe_can_see() {
        List<String> faults = new ArrayList<>();
        for (String language : List.of("en", "ar")) {
            Page page = chromium.signedIn(demo.node("XA"), "central-authority", language);
            for (String path : List.of("/law", "/law/ask" + QUESTION, "/law/between?from=XA&to=XG", "/law/states/XC")) {
                page.navigate(demo.node("XA").web() + path);
                PagesTest.faults(page).forEach(fault -> faults.add(language + " " + path + " " + fault));
            }
        }
        assertThat(faults).isEmpty();
    }
}
