package comity.web.people;

import comity.web.Page;
import comity.web.Person;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// A person's own page: their passkeys, their password, their short cuts.
@Controller
public class PasskeyPages {
    private final UserCredentialRepository passkeys;
    private final Accounts accounts;

    public PasskeyPages(UserCredentialRepository passkeys, Accounts accounts) {
        this.passkeys = passkeys;
        this.accounts = accounts;
    }

    @GetMapping("/me")
    ModelAndView me(Page page) {
        return show(page, "");
    }

    @PostMapping("/me/passkeys/remove")
    ModelAndView remove(Page page, @RequestParam("id") String id) {
        Bytes wanted = Bytes.fromBase64(id);
        boolean own =
                own(page).stream().anyMatch(passkey -> passkey.getCredentialId().equals(wanted));
        if (own) {
            passkeys.delete(wanted);
        }
        return show(page, own ? "passkey-removed" : "");
    }

    @PostMapping("/me/password")
    ModelAndView password(Page page, @RequestParam("password") String password) {
        if (!accounts.changePassword(person(page).id(), password)) {
            return show(page, "password-short");
        }
        return new ModelAndView("redirect:/sign-in?out=1");
    }

    /// Turns the single-key short cuts off or on in this browser (WCAG 2.1.4).
    @PostMapping("/me/keys")
    ModelAndView keys(Page page, @RequestParam("keys") String keys, HttpServletResponse answer) {
        String name = "keys-" + page.settings().state().code().toLowerCase(Locale.ROOT);
        ResponseCookie cookie = ResponseCookie.from(name, keys.equals("off") ? "off" : "on")
                .path("/")
                .httpOnly(true)
                .secure(page.settings().isSecure())
                .sameSite("Lax")
                .maxAge(Duration.ofDays(365))
                .build();
        answer.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
        return new ModelAndView("redirect:/me");
    }

    private ModelAndView show(Page page, String said) {
        return new ModelAndView("people/me", Map.of("page", page, "passkeys", own(page), "said", said));
    }

    private List<CredentialRecord> own(Page page) {
        return passkeys.findByUserId(PasskeyOwners.handle(person(page).id()));
    }

    private static Person person(Page page) {
        return page.person().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
