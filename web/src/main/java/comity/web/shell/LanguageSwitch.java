package comity.web.shell;

import comity.kernel.Language;
import comity.web.Local;
import comity.web.Page;
import comity.web.people.Accounts;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Changes the reader's language and shows the same page again with everything that was typed.
///
/// The switch in the header sends the page's own form here. The call is then handed on inside the node, as a reading of
/// the page it came from, with the fields still in it; the page fills them in again.
@Controller
public class LanguageSwitch {
    static final String SWITCHED = "comity.language-switched";

    private final Pages pages;
    private final Accounts accounts;

    public LanguageSwitch(Pages pages, Accounts accounts) {
        this.pages = pages;
        this.accounts = accounts;
    }

    @PostMapping("/language")
    void change(
            Page page,
            @RequestParam("switch-language") String tag,
            @RequestParam("page") String path,
            HttpServletRequest call,
            HttpServletResponse answer)
            throws ServletException, IOException {
        Optional<Language> language = Language.ofTag(tag);
        if (language.isPresent()) {
            remember(page, language.get(), answer);
        }
        String back = Local.or(path, "/");
        if (call.getParameterMap().size() > 3) {
            call.setAttribute(SWITCHED, language.orElse(page.language()));
            // The page's form carries what its address asked for; both together would give every field twice.
            call.getRequestDispatcher(back.replaceFirst("\\?.*", "")).forward(new Reading(call), answer);
        } else {
            answer.setStatus(HttpServletResponse.SC_SEE_OTHER);
            answer.setHeader(HttpHeaders.LOCATION, back);
        }
    }

    private void remember(Page page, Language language, HttpServletResponse answer) {
        page.person().ifPresent(person -> accounts.changeLanguage(person.id(), language));
        ResponseCookie cookie = ResponseCookie.from(pages.cookieName("language"), language.tag())
                .path("/")
                .httpOnly(true)
                .secure(page.settings().isSecure())
                .sameSite("Lax")
                .maxAge(Duration.ofDays(365))
                .build();
        answer.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /// The same call, read as a GET.
    private static final class Reading extends HttpServletRequestWrapper {
        Reading(HttpServletRequest call) {
            super(call);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}
