package comity.web.people;

import comity.web.Local;
import comity.web.Page;
import comity.web.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Signing in, and getting back what was typed before the session ran out.
@Controller
public class SignInPages {
    private final Sessions sessions;
    private final Accounts accounts;

    public SignInPages(Sessions sessions, Accounts accounts) {
        this.sessions = sessions;
        this.accounts = accounts;
    }

    /// What the sign-in page shows.
    ///
    /// @param problem why it is shown again: `wrong`, `wait`, or nothing
    /// @param waitSeconds how long to wait
    /// @param keeps whether a form is kept and will be offered back
    /// @param practice sign-ins to try, in a drill only
    public record SignIn(
            String problem, long waitSeconds, boolean keeps, String kept, String to, List<Account> practice) {}

    @GetMapping("/sign-in")
    ModelAndView signIn(
            Page page,
            @RequestParam(value = "to", defaultValue = "") String to,
            @RequestParam(value = "kept", defaultValue = "") String kept,
            @RequestParam(value = "out", required = false) Optional<String> out) {
        return show(page, to, kept, out.isPresent() ? "out" : "", 0);
    }

    @RequestMapping("/sign-in/again")
    ModelAndView again(
            Page page,
            @RequestParam(value = "to", defaultValue = "") String to,
            @RequestParam(value = "kept", defaultValue = "") String kept,
            HttpServletRequest call) {
        String problem = call.getAttribute(SignInGuard.PROBLEM) instanceof String text ? text : "";
        long wait = call.getAttribute(SignInGuard.WAIT) instanceof Long seconds ? seconds : 0;
        return show(page, to, kept, problem, wait);
    }

    private ModelAndView show(Page page, String to, String kept, String problem, long wait) {
        List<Account> practice = page.settings().demoSignIns()
                ? accounts.all().stream()
                        .filter(account -> !account.isDisabled())
                        .toList()
                : List.of();
        SignIn signIn = new SignIn(problem, wait, !kept.isEmpty(), kept, Local.or(to, ""), practice);
        return new ModelAndView("people/sign-in", Map.of("page", page, "signIn", signIn));
    }

    /// Offers a kept form back, to the person who typed it: to go on with, or to send as it is. Sending it is
    /// their act, so nothing is sent by itself.
    @GetMapping("/kept/{id}")
    ModelAndView kept(Page page, @PathVariable("id") UUID id) {
        Person person = page.person().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        KeptForm form =
                sessions.kept(id, person.id()).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new ModelAndView("people/kept", Map.of("page", page, "form", form, "typed", longTexts(form)));
    }

    @PostMapping("/kept/{id}/forget")
    String forget(Page page, @PathVariable("id") UUID id) {
        page.person().ifPresent(person -> sessions.forgetKept(id, person.id()));
        return "redirect:/";
    }

    /// The texts a person will recognise, without the small fields.
    private static Map<String, String> longTexts(KeptForm form) {
        Map<String, String> texts = new LinkedHashMap<>();
        form.fields().forEach((name, values) -> {
            String text = String.join("\n", values).strip();
            if (!text.isEmpty() && !name.startsWith("_") && !name.equals("page")) {
                texts.put(name, text);
            }
        });
        return texts;
    }
}
