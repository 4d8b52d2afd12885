package comity.web.preservation;

import comity.federation.LetterLine;
import comity.federation.letters.Letters;
import comity.kernel.Actor;
import comity.kernel.RequestReference;
import comity.kernel.RequestType;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transactions;
import comity.requests.Side;
import comity.requests.disclosure.Disclosures;
import comity.requests.preservation.CaseFilter;
import comity.requests.preservation.CaseLine;
import comity.requests.preservation.Cases;
import comity.vault.Exhibit;
import comity.web.Option;
import comity.web.Page;
import comity.web.cases.Lines;
import comity.web.cases.States;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// Lists of requests, and one request with everything that is known of it.
@Controller
public class RequestPages {
    private static final int ROWS = 25;
    private static final List<String> STATES = List.of(
            "drafted",
            "sent",
            "received",
            "acknowledged",
            "needs-more",
            "risk-noticed",
            "consulted",
            "refused",
            "ordered",
            "preserved",
            "extension-asked",
            "held",
            "expired",
            "released",
            "withdrawn");

    private final Cases cases;
    private final CaseReader reader;
    private final Lines lines;
    private final States states;
    private final Letters letters;
    private final Transactions transactions;
    private final Disclosures disclosures;

    public RequestPages(
            Cases cases,
            CaseReader reader,
            Lines lines,
            States states,
            Letters letters,
            Transactions transactions,
            Disclosures disclosures) {
        this.cases = cases;
        this.reader = reader;
        this.lines = lines;
        this.states = states;
        this.letters = letters;
        this.transactions = transactions;
        this.disclosures = disclosures;
    }

    /// What became of the letters that we sent about a request.
    ///
    /// @param certain how many of them are received for certain
    public record Delivery(int sent, int certain) {
        static Delivery of(List<LetterLine> letters) {
            List<LetterLine> ours = letters.stream()
                    .filter(line -> line.direction() == LetterLine.Direction.OUT)
                    .toList();
            long certain = ours.stream()
                    .filter(line -> line.certainSince().isPresent())
                    .count();
            return new Delivery(ours.size(), (int) certain);
        }
    }

    /// @param side `requesting`, `requested` or nothing
    public record Found(
            List<Lines.Shown> rows,
            Optional<String> next,
            String side,
            String state,
            String with,
            String text,
            List<Option> sides,
            List<Option> statesOfCases,
            List<Option> peers) {}

    @GetMapping("/requests")
    ModelAndView list(
            Page page,
            @RequestParam(value = "side", defaultValue = "") String side,
            @RequestParam(value = "state", defaultValue = "") String state,
            @RequestParam(value = "with", defaultValue = "") String with,
            @RequestParam(value = "text", defaultValue = "") String text,
            @RequestParam("after") Optional<String> after) {
        Optional<RequestReference> exact = RequestReference.parse(text);
        if (exact.isPresent()) {
            return new ModelAndView("redirect:/requests/" + exact.get());
        }
        CaseFilter filter = new CaseFilter(
                given(side).map(Side::ofCode),
                given(state).filter(STATES::contains),
                given(with).filter(code -> code.matches("[A-Z]{2}")).map(StateCode::new),
                given(text));
        comity.requests.Page<CaseLine> found = cases.list(Signed.in(page), filter, after, ROWS);
        Found shown = new Found(
                lines.show(page, found.lines()),
                found.next(),
                side,
                state,
                with,
                text,
                sides(page),
                stateOptions(page),
                peers(page));
        return new ModelAndView("requests/list", Map.of("page", page, "found", shown));
    }

    @GetMapping("/requests/{reference}")
    ModelAndView one(
            Page page,
            @PathVariable("reference") String reference,
            @RequestParam(value = "done", defaultValue = "") String done) {
        if (isEmergency(reference)) {
            return new ModelAndView("redirect:/emergencies/" + Signed.reference(reference));
        }
        CaseView view = view(page, reference);
        String known = page.has("done." + done) ? done : "";
        Delivery delivery = transactions.read(
                tx -> Delivery.of(letters.ofThread(tx, view.reference().toString())));
        return new ModelAndView(
                "requests/one",
                Map.of(
                        "page", page,
                        "view", view,
                        "done", known,
                        "delivery", delivery,
                        "exhibits", exhibits(page, view)));
    }

    /// An emergency has pages of its own; its reference is typed and linked like any other.
    private static boolean isEmergency(String reference) {
        return Signed.reference(reference).type() == RequestType.EMERGENCY;
    }

    /// Nothing is handed over without a request for assistance, so a request without one is not asked.
    private List<Exhibit> exhibits(Page page, CaseView view) {
        return view.mlaReference().isEmpty()
                ? List.of()
                : Outcomes.orProblem(disclosures.ofRequest(Signed.in(page), view.reference()));
    }

    /// The confirmation after sending: the reference, the fingerprint, and what happens next.
    @GetMapping("/requests/{reference}/sent")
    ModelAndView sent(Page page, @PathVariable("reference") String reference) {
        return new ModelAndView("requests/sent", Map.of("page", page, "view", view(page, reference)));
    }

    /// A word among colleagues; it stays in this node.
    @PostMapping("/requests/{reference}/note")
    ModelAndView note(Page page, @PathVariable("reference") String reference, @RequestParam("note") String text) {
        RequestReference parsed = Signed.reference(reference);
        if (!text.isBlank()) {
            Outcomes.orProblem(cases.note(Signed.in(page), parsed, text.strip()));
        }
        return new ModelAndView("redirect:/requests/" + parsed + "?done=note#notes");
    }

    private CaseView view(Page page, String reference) {
        Actor actor = Signed.in(page);
        return Outcomes.orProblem(reader.read(page, actor, Signed.reference(reference)));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text.strip()).filter(stripped -> !stripped.isEmpty());
    }

    private static List<Option> sides(Page page) {
        return List.of(
                new Option("", page.t("list.any")),
                new Option("requesting", page.t("list.side.requesting")),
                new Option("requested", page.t("list.side.requested")));
    }

    private static List<Option> stateOptions(Page page) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", page.t("list.any")));
        STATES.forEach(state -> options.add(new Option(state, page.t("state." + state))));
        return options;
    }

    private List<Option> peers(Page page) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", page.t("list.any")));
        options.addAll(states.reachable(page.language()));
        return options;
    }
}
