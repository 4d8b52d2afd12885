package comity.system;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A real Chromium of this machine. Nothing is downloaded, and it speaks to nobody but the nodes under test.
final class Chromium implements AutoCloseable {
    /// Writes down the pitch of every tone that a page begins, and lets it sound.
    private static final String HEARING = """
            window.heard = [];
            const start = OscillatorNode.prototype.start;
            OscillatorNode.prototype.start = function (...when) {
              window.heard.push(Math.round(this.frequency.value));
              return start.apply(this, when);
            };""";

    private final Playwright playwright;
    private final Browser browser;

    Chromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
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

    /// A fresh window with a person of the demo signed in, in a language.
    Page signedIn(RunningDemo.Node node, String role, String language) {
        return signIn(window(language).newPage(), node, role, language);
    }

    /// The same, at the desk, with every tone of the page in its `window.heard`.
    Page listening(RunningDemo.Node node, String role, String language) {
        BrowserContext window = window(language);
        window.addInitScript(HEARING);
        return signIn(window.newPage(), node, role, language);
    }

    /// The same in a browser that runs no script.
    Page scriptless(RunningDemo.Node node, String role, String language) {
        BrowserContext window = browser.newContext(
                new Browser.NewContextOptions().setLocale(language).setJavaScriptEnabled(false));
        return signIn(window.newPage(), node, role, language);
    }

    private BrowserContext window(String language) {
        return browser.newContext(
                new Browser.NewContextOptions().setLocale(language).setViewportSize(1100, 900));
    }

    /// Signs somebody in beside a page that stays open as it is, in the same window.
    void signInInAnotherTab(Page page, RunningDemo.Node node, String role) {
        Page other = page.context().newPage();
        signIn(other, node, role);
        other.waitForURL(address -> !address.contains("/sign-in"));
        other.close();
    }

    private static void signIn(Page page, RunningDemo.Node node, String role) {
        page.navigate(node.web() + "/sign-in");
        page.fill("input[name=name]", node.as(role).signIn());
        page.fill("input[name=password]", node.as(role).password());
        page.click("form#page-form button.button");
    }

    private static Page signIn(Page page, RunningDemo.Node node, String role, String language) {
        signIn(page, node, role);
        page.navigate(node.web() + "/desk");
        if (!page.locator("html").getAttribute("lang").equals(language)) {
            page.locator("button[name=switch-language][value='" + language + "']")
                    .first()
                    .evaluate("button => button.click()");
            page.waitForCondition(
                    () -> page.locator("html").getAttribute("lang").equals(language));
        }
        return page;
    }

    Page anonymous() {
        return browser.newContext().newPage();
    }

    /// Somebody whose browser asks for a language.
    Page anonymous(String language) {
        return window(language).newPage();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
