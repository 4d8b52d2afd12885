package comity.web.oversight;

import comity.kernel.transaction.Transactions;
import comity.safeguards.oversight.Look;
import comity.safeguards.oversight.LookFilter;
import comity.safeguards.oversight.LookPage;
import comity.safeguards.oversight.Looks;
import comity.web.Page;
import comity.web.people.Account;
import comity.web.people.Accounts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The book of looks, the newest first.
@Controller
public class LookPages {
    private static final int ROWS = 50;

    private final Looks looks;
    private final Accounts accounts;
    private final Transactions transactions;

    public LookPages(Looks looks, Accounts accounts, Transactions transactions) {
        this.looks = looks;
        this.accounts = accounts;
        this.transactions = transactions;
    }

    /// One look in the reader's words, with the role's name of who looked.
    ///
    /// @param reason why it was denied; empty where an access is its own reason
    public record Line(Look look, String who, String what, String reason) {}

    @GetMapping("/oversight")
    ModelAndView looks(
            Page page,
            @RequestParam(value = "denied", defaultValue = "") String denied,
            @RequestParam(value = "subject", defaultValue = "") String subject,
            @RequestParam("before") Optional<Long> before) {
        return show(page, !denied.isEmpty(), subject, before, "");
    }

    /// Reads the whole book and checks every seal.
    @PostMapping("/oversight/check")
    ModelAndView check(Page page) {
        OptionalLong broken = transactions.read(looks::firstBroken);
        String said = broken.isPresent()
                ? page.t("oversight.broken", "number", broken.getAsLong())
                : page.t("oversight.whole");
        return show(page, false, "", Optional.empty(), said);
    }

    private ModelAndView show(Page page, boolean denied, String subject, Optional<Long> before, String said) {
        LookFilter filter = new LookFilter(
                Optional.empty(),
                Optional.of(subject.strip()).filter(text -> !text.isEmpty()),
                denied ? Optional.of(false) : Optional.empty());
        OptionalLong from = before.map(OptionalLong::of).orElseGet(OptionalLong::empty);
        LookPage found = transactions.read(tx -> looks.recent(tx, filter, from, ROWS));
        Map<String, String> names = new HashMap<>();
        List<Line> lines = found.looks().stream()
                .map(look -> new Line(
                        look, names.computeIfAbsent(look.person(), this::name), what(page, look), reason(page, look)))
                .toList();
        return new ModelAndView(
                "oversight/looks",
                Map.of(
                        "page",
                        page,
                        "lines",
                        lines,
                        "next",
                        found.next().isPresent() ? Long.toString(found.next().getAsLong()) : "",
                        "denied",
                        denied,
                        "subject",
                        subject,
                        "said",
                        said));
    }

    /// What was done. Acts are named as on their buttons; a word of a newer version is shown as it is.
    private static String what(Page page, Look look) {
        return worded(page, "look." + look.what(), worded(page, look.what(), look.what()));
    }

    private static String reason(Page page, Look look) {
        return look.allowed() ? "" : worded(page, "look.reason." + look.reason(), look.reason());
    }

    private static String worded(Page page, String key, String otherwise) {
        return page.has(key) ? page.t(key) : otherwise;
    }

    private String name(String person) {
        try {
            return accounts.find(UUID.fromString(person))
                    .map(Account::displayName)
                    .orElse(person);
        } catch (IllegalArgumentException _) {
            return person;
        }
    }
}
