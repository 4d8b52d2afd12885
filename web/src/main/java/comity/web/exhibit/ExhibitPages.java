package comity.web.exhibit;

import comity.kernel.Actor;
import comity.kernel.RequestReference;
import comity.kernel.RequestType;
import comity.requests.Outcome;
import comity.requests.Side;
import comity.requests.disclosure.Disclosures;
import comity.requests.emergency.Emergencies;
import comity.requests.emergency.EmergencyCase;
import comity.safeguards.Act;
import comity.safeguards.Safeguards;
import comity.vault.Exhibit;
import comity.vault.HandoverOrder;
import comity.web.Option;
import comity.web.Page;
import comity.web.Trouble;
import comity.web.cases.States;
import comity.web.preservation.CaseReader;
import comity.web.preservation.CaseView;
import comity.web.preservation.Outcomes;
import comity.web.preservation.Signed;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// Beginning an exhibit, and one exhibit with everything that is known of it, on the screen and on
/// paper.
@Controller
public class ExhibitPages {
    static final int LONGEST_LINE = 500;
    static final int LONGEST_TEXT = 10_000;
    private static final String CONVENTION = "unc.";
    private static final List<String> ARTICLES = List.of(CONVENTION + "44", CONVENTION + "43", CONVENTION + "41");
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,7}");
    private static final List<String> ANSWERS = List.of("yes", "no");

    private final Disclosures disclosures;
    private final ExhibitReader reader;
    private final CaseReader cases;
    private final Emergencies emergencies;
    private final States states;
    private final Safeguards safeguards;

    public ExhibitPages(
            Disclosures disclosures,
            ExhibitReader reader,
            CaseReader cases,
            Emergencies emergencies,
            States states,
            Safeguards safeguards) {
        this.disclosures = disclosures;
        this.reader = reader;
        this.cases = cases;
        this.emergencies = emergencies;
        this.states = states;
        this.safeguards = safeguards;
    }

    @GetMapping("/requests/{reference}/exhibits/new")
    ModelAndView form(Page page, @PathVariable("reference") String request) {
        return form(page, request(page, request), List.of());
    }

    @PostMapping("/requests/{reference}/exhibits/new")
    ModelAndView begin(Page page, @PathVariable("reference") String reference) {
        RequestHead request = request(page, reference);
        Typing typed = new Typing(page);
        String title = typed.needed("/title", page.t("exhibit.begin.title"), LONGEST_LINE);
        String order = typed.needed("/order/reference", page.t("exhibit.order.reference"), LONGEST_LINE);
        String article = typed.choice("/order/article", page.t("exhibit.order.article"), Set.copyOf(ARTICLES));
        String item = typed.text("/order/item", page.t("exhibit.order.item"), LONGEST_LINE);
        String conditions = typed.text("/order/conditions", page.t("exhibit.order.conditions"), LONGEST_TEXT);
        Optional<LocalDate> keepUntil = typed.day("/order/keepUntil", page.t("exhibit.order.keep-until"));
        String sensitive = typed.choice("/sensitive", page.t("exhibit.begin.sensitive"), Set.copyOf(ANSWERS));
        List<Trouble> troubles = typed.troubles();
        if (troubles.isEmpty()) {
            Outcome<Exhibit> outcome = disclosures.begin(
                    Signed.in(page),
                    request.reference(),
                    new Disclosures.Wish(
                            title,
                            new HandoverOrder(order, article, item, conditions, keepUntil),
                            sensitive.equals("yes")));
            if (outcome instanceof Outcome.Done<Exhibit>(Exhibit begun)) {
                return new ModelAndView("redirect:/exhibits/" + begun.reference() + "?done=begun");
            }
            troubles = Refusals.of(page, typed.labels(), outcome);
        }
        ModelAndView again = form(page, request, troubles);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    /// The request that an exhibit is begun for, of whichever kind.
    ///
    /// @param handling its handling marks; empty when none are set
    public record RequestHead(RequestReference reference, String address, String peerName, String handling) {}

    /// The request, for those who may hand over what it asks for.
    private RequestHead request(Page page, String text) {
        Actor who = Signed.in(page);
        RequestReference reference = Signed.reference(text);
        RequestHead head = reference.type() == RequestType.EMERGENCY
                ? emergency(page, who, reference)
                : preservation(page, who, reference);
        if (!safeguards.competent(who, Act.COLLECT_EXHIBIT)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return head;
    }

    private RequestHead preservation(Page page, Actor who, RequestReference reference) {
        CaseView view = Outcomes.orProblem(cases.read(page, who, reference));
        requireTheirs(view.isOurs());
        return new RequestHead(reference, view.address(), view.peerName(), view.handling());
    }

    private RequestHead emergency(Page page, Actor who, RequestReference reference) {
        EmergencyCase request =
                Outcomes.orProblem(emergencies.read(who, reference)).request();
        requireTheirs(request.side() == Side.REQUESTING);
        return new RequestHead(
                reference, "/emergencies/" + reference, states.name(request.peer(), page.language()), "");
    }

    private static void requireTheirs(boolean ours) {
        if (ours) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static ModelAndView form(Page page, RequestHead request, List<Trouble> troubles) {
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("view", request);
        model.put(
                "articles",
                ARTICLES.stream()
                        .map(code -> new Option(code, page.t("exhibit.article." + code)))
                        .toList());
        model.put(
                "answers",
                ANSWERS.stream()
                        .map(code -> new Option(code, page.t("exhibit.begin.sensitive." + code)))
                        .toList());
        model.put("troubles", troubles);
        return new ModelAndView("exhibits/new", model);
    }

    @GetMapping("/exhibits/{reference}")
    ModelAndView one(
            Page page,
            @PathVariable("reference") String reference,
            @RequestParam(value = "done", defaultValue = "") String done,
            @RequestParam(value = "from", defaultValue = "") String from,
            @RequestParam(value = "file", defaultValue = "") String file,
            @RequestParam(value = "waited", defaultValue = "") String waited,
            HttpServletResponse answer) {
        ExhibitView view = reader.read(page, reference);
        int before = number(waited);
        int seconds = view.refreshSeconds(before);
        if (seconds > 0) {
            // Without what the last act said: that was news once.
            answer.setHeader("Refresh", seconds + "; url=" + view.address() + "?waited=" + (before + seconds));
        }
        ModelAndView shown =
                show(page, view, page.has("exhibit.done." + done) ? done : "", List.of(), number(from), number(file));
        return shown.addObject("looksAgain", seconds > 0);
    }

    /// A number of a page's address; 0 when it is none.
    static int number(String typed) {
        return NUMBER.matcher(typed).matches() ? Integer.parseInt(typed) : 0;
    }

    /// The exhibit's page.
    ///
    /// @param done the act that has just been done; empty when none was
    static ModelAndView show(Page page, ExhibitView view, String done, List<Trouble> troubles) {
        return show(page, view, done, troubles, 0, 0);
    }

    /// @param event the number of the first event that is shown; 0 for the newest
    /// @param file the number of the first file that is shown; 0 for the first of all
    private static ModelAndView show(
            Page page, ExhibitView view, String done, List<Trouble> troubles, int event, int file) {
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("view", view);
        model.put("done", done);
        model.put("troubles", troubles);
        model.put("events", view.events(event));
        model.put("files", view.filesFrom(file));
        model.put("looksAgain", false);
        return new ModelAndView("exhibits/one", model);
    }

    @GetMapping("/exhibits/{reference}/print")
    ModelAndView print(Page page, @PathVariable("reference") String reference) {
        return new ModelAndView("exhibits/print", Map.of("page", page, "view", reader.read(page, reference)));
    }
}
