package comity.web.emergency;

import comity.kernel.Actor;
import comity.kernel.Complaint;
import comity.requests.Outcome;
import comity.requests.emergency.Emergencies;
import comity.requests.emergency.EmergencyAct;
import comity.requests.emergency.EmergencyCase;
import comity.requests.emergency.Review;
import comity.safeguards.Answer;
import comity.web.Option;
import comity.web.Page;
import comity.web.Trouble;
import comity.web.preservation.Outcomes;
import comity.web.preservation.Signed;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// One page for each act on a request for emergency data: a short form, what the other State will read, one button.
@Controller
public class EmergencyActPages {
    private static final List<String> ANSWERS = List.of("no", "yes", "unknown");
    private final Emergencies emergencies;
    private final EmergencyReader reader;

    public EmergencyActPages(Emergencies emergencies, EmergencyReader reader) {
        this.emergencies = emergencies;
        this.reader = reader;
    }

    /// One question of an act.
    ///
    /// @param kind `text`, `area` or `radio`
    public record Ask(String pointer, String kind, String label, String hint, List<Option> options) {}

    @GetMapping("/emergencies/{reference}/{act}")
    ModelAndView form(Page page, @PathVariable("reference") String reference, @PathVariable("act") String code) {
        EmergencyView view = reader.read(page, reference);
        return show(page, view, act(view, code), List.of());
    }

    @PostMapping("/emergencies/{reference}/{act}")
    ModelAndView perform(Page page, @PathVariable("reference") String reference, @PathVariable("act") String code) {
        EmergencyView view = reader.read(page, reference);
        EmergencyAct act =
                EmergencyAct.ofCode(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        Outcome<EmergencyCase> outcome = perform(page, view, act);
        if (act == EmergencyAct.ACKNOWLEDGE && outcome instanceof Outcome.WrongState<EmergencyCase>) {
            // It has no form to come back to; its page says where it stands now.
            return new ModelAndView("redirect:" + view.address());
        }
        List<Trouble> troubles = troubles(page, act, outcome);
        if (troubles.isEmpty()) {
            return new ModelAndView("redirect:" + view.address() + "?done=" + act.code());
        }
        ModelAndView again = show(page, view, act, troubles);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private List<Trouble> troubles(Page page, EmergencyAct act, Outcome<EmergencyCase> outcome) {
        Map<String, String> labels = asks(page, act).stream().collect(Collectors.toMap(Ask::pointer, Ask::label));
        return Outcomes.troubles(page, reader.names().calling(labels), outcome);
    }

    private Outcome<EmergencyCase> perform(Page page, EmergencyView view, EmergencyAct act) {
        Actor who = Signed.in(page);
        Emergencies.Target target =
                new Emergencies.Target(view.request().reference(), EmergencyDraftPages.version(page));
        return switch (act) {
            case ACKNOWLEDGE ->
                emergencies
                        .answers()
                        .acknowledge(who, new Emergencies.Target(target.reference(), OptionalLong.empty()));
            case WITHDRAW -> emergencies.answers().withdraw(who, target, page.typed("/reason"));
            case DECLINE -> emergencies.answers().decline(who, target, page.typed("/reasons"));
            case ACCEPT ->
                emergencies.answers().accept(who, target, decision(page, who), answer(page), page.typed("/conditions"));
            case KEEP ->
                emergencies.answers().keep(who, target, decision(page, who), answer(page), page.typed("/reasons"));
            case REVIEW -> review(page, who, target);
            case DRAFT, SEND -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private Outcome<EmergencyCase> review(Page page, Actor who, Emergencies.Target target) {
        Optional<Review.Finding> finding = Review.Finding.ofCode(page.typed("/finding"));
        return finding.isEmpty()
                ? new Outcome.NotAllowed<>("act-incomplete", List.of(Complaint.blocks("/finding", "missing")))
                : emergencies
                        .answers()
                        .review(who, target, finding.get(), page.typed("/assistanceReference"), page.typed("/text"));
    }

    private static EmergencyCase.Decision decision(Page page, Actor who) {
        return new EmergencyCase.Decision(
                page.typed("/order").strip(), page.typed("/justification").strip(), who.person());
    }

    private static Answer answer(Page page) {
        return switch (page.typed("/substantialGrounds")) {
            case "no" -> Answer.NO;
            case "yes" -> Answer.YES;
            case "unknown" -> Answer.UNKNOWN;
            default -> Answer.NOT_GIVEN;
        };
    }

    private static EmergencyAct act(EmergencyView view, String code) {
        return EmergencyAct.ofCode(code)
                .filter(view::may)
                .filter(act -> view.forms().contains(act))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView show(Page page, EmergencyView view, EmergencyAct act, List<Trouble> troubles) {
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("view", view);
        model.put("act", act.code());
        model.put("asks", asks(page, act));
        model.put("troubles", troubles);
        return new ModelAndView("emergencies/act", model);
    }

    private static List<Ask> asks(Page page, EmergencyAct act) {
        return switch (act) {
            case WITHDRAW -> List.of(ask(page, "reason", "area"));
            case DECLINE -> List.of(ask(page, "reasons", "area"));
            case ACCEPT ->
                List.of(
                        ask(page, "order", "text"),
                        ask(page, "justification", "area"),
                        grounds(page),
                        optional(page, "conditions", "area"));
            case KEEP ->
                List.of(
                        ask(page, "order", "text"),
                        ask(page, "justification", "area"),
                        grounds(page),
                        ask(page, "reasons", "area"));
            case REVIEW ->
                List.of(
                        choice(
                                page,
                                "finding",
                                Stream.of(Review.Finding.values())
                                        .map(Review.Finding::code)
                                        .toList(),
                                word -> page.t("emergency.finding." + word)),
                        optional(page, "assistanceReference", "text"),
                        ask(page, "text", "area"));
            case DRAFT, SEND, ACKNOWLEDGE -> List.of();
        };
    }

    private static Ask grounds(Page page) {
        return choice(page, "substantialGrounds", ANSWERS, word -> page.t("judgement." + word));
    }

    private static Ask choice(Page page, String name, List<String> words, Function<String, String> label) {
        return new Ask(
                "/" + name,
                "radio",
                page.t("emergency.field." + name),
                hint(page, name),
                words.stream().map(word -> new Option(word, label.apply(word))).toList());
    }

    private static Ask optional(Page page, String name, String kind) {
        String label = page.t("form.optional", "field", page.t("emergency.field." + name));
        return new Ask("/" + name, kind, label, hint(page, name), List.of());
    }

    private static Ask ask(Page page, String name, String kind) {
        return new Ask("/" + name, kind, page.t("emergency.field." + name), hint(page, name), List.of());
    }

    private static String hint(Page page, String name) {
        String key = "emergency.field." + name + ".hint";
        return page.has(key) ? page.t(key) : "";
    }
}
