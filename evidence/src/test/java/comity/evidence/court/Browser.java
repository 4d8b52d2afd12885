package comity.evidence.court;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The page of a bundle in a real Chromium of this machine, opened from a file as a person opens it. Nothing is
/// downloaded.
final class Browser implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final Path page;

    /// @param folder where the page is put
    Browser(Path folder) {
        try {
            page = Files.write(folder.resolve(Bundle.PAGE), Bundle.page());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(Optional.ofNullable(System.getenv("COMITY_CHROMIUM"))
                                .orElse("/usr/bin/chromium")))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /// What the page says of one check, in the words of [comity.evidence.pack.Finding].
    record Said(String check, String outcome, String subject, String code) {}

    /// @param verdict `good`, `not-good` or `unknown`
    record Judged(String verdict, List<Said> findings) {
        Optional<Said> firstBad() {
            return findings.stream()
                    .filter(each -> each.outcome().equals("bad"))
                    .findFirst();
        }
    }

    /// The page in a window of its own.
    Opened open(String locale, String... scripts) {
        BrowserContext window = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale(locale)
                .setViewportSize(1000, 900));
        for (String script : scripts) {
            window.addInitScript(script);
        }
        return new Opened(window.newPage(), page);
    }

    static final class Opened {
        private final Page page;
        private final String noRoots;
        private final List<String> asked = new ArrayList<>();

        private Opened(Page page, Path file) {
            this.page = page;
            page.onRequest(request -> asked.add(request.url()));
            page.onPageError(error -> asked.add("a fault of the script: " + error));
            page.navigate(file.toUri().toString());
            noRoots = page.locator("#roots-said").innerText();
        }

        Page page() {
            return page;
        }

        /// Every address that the page asked for, itself included, and every fault of its script.
        List<String> asked() {
            return List.copyOf(asked);
        }

        void give(List<Path> roots) {
            Locator said = page.locator("#roots-said");
            page.locator("#roots").setInputFiles(new Path[0]);
            page.waitForCondition(() -> said.innerText().equals(noRoots));
            if (!roots.isEmpty()) {
                page.locator("#roots").setInputFiles(roots.toArray(Path[]::new));
                page.waitForCondition(() -> !said.innerText().equals(noRoots));
            }
        }

        void choose(Path folder) {
            page.locator("#folder").setInputFiles(folder);
        }

        Judged judge(Path folder) {
            choose(folder);
            page.click("#check");
            return result();
        }

        Judged result() {
            Locator verdict = page.locator("#verdict");
            verdict.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
            // All at once: to ask the browser for each word took longer than the page does to judge.
            JsonNode findings = JSON.readTree((String) page.locator("#result li[data-check]")
                    .evaluateAll("all => JSON.stringify(all.map(each => each.dataset))"));
            return new Judged(
                    verdict.getAttribute("data-verdict"),
                    findings.valueStream()
                            .map(each -> new Said(
                                    each.required("check").stringValue(),
                                    each.required("outcome").stringValue(),
                                    each.required("subject").stringValue(),
                                    each.required("code").stringValue()))
                            .toList());
        }

        void speak(String language) {
            page.selectOption("#language", language);
        }

        /// What axe finds, by the rules of WCAG 2.2 AA. The page has no frames, for whose sake axe would open another
        /// page each time, and of what is in order it is not asked for each place.
        List<String> faults() {
            assertThat(page.frames()).as("the page has no frame in it").hasSize(1);
            AxeRunOptions violations = new AxeRunOptions();
            violations.setResultTypes(List.of("violations"));
            return new AxeBuilder(page)
                            .options(violations)
                            .setLegacyMode(true)
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                            .analyze()
                            .getViolations()
                            .stream()
                            .map(fault -> fault.getId() + ": " + fault.getHelp() + " at "
                                    + fault.getNodes().getFirst().getHtml())
                            .toList();
        }
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
