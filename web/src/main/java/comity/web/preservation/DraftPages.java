package comity.web.preservation;

import comity.kernel.Actor;
import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import comity.kernel.Station;
import comity.requests.Outcome;
import comity.requests.form.Answers;
import comity.requests.preservation.Draft;
import comity.requests.preservation.Drafts;
import comity.requests.preservation.OutgoingCase;
import comity.requests.preservation.Reading;
import comity.web.Option;
import comity.web.Page;
import comity.web.Trouble;
import comity.web.cases.States;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The wizard: a task list, one page of few questions at a time, check your answers, send. Every page saves what was
/// typed, also what is wrong, and nothing is marked wrong before there is something in it. The list of items is in
/// [ItemPages].
@Controller
public class DraftPages {
    private final Drafts drafts;
    private final DraftReader reader;
    private final FormLayout layout;
    private final Facts facts;
    private final FieldNames names;
    private final States states;

    public DraftPages(
            Drafts drafts, DraftReader reader, FormLayout layout, Facts facts, FieldNames names, States states) {
        this.drafts = drafts;
        this.reader = reader;
        this.layout = layout;
        this.facts = facts;
        this.names = names;
        this.states = states;
    }

    @GetMapping("/drafts/new")
    ModelAndView choose(
            Page page,
            @RequestParam(value = "to", defaultValue = "") String to,
            @RequestParam(value = "copy", defaultValue = "") String copy) {
        return choose(page, to, copy, List.of());
    }

    private ModelAndView choose(Page page, String to, String copy, List<Trouble> troubles) {
        List<Option> peers = states.reachable(page.language());
        return new ModelAndView(
                "drafts/new", Map.of("page", page, "peers", peers, "to", to, "copy", copy, "troubles", troubles));
    }

    @PostMapping("/drafts/new")
    ModelAndView start(
            Page page,
            @RequestParam(value = "requested", defaultValue = "") String requested,
            @RequestParam(value = "copy", defaultValue = "") String copy) {
        Optional<StateCode> peer = Optional.of(requested)
                .filter(code -> code.matches("[A-Z]{2}"))
                .map(StateCode::new)
                .filter(code -> states.find(code).isPresent());
        if (peer.isEmpty()) {
            return choose(page, requested, copy, List.of(new Trouble("requested", page.t("draft.choose.missing"))));
        }
        Actor actor = Signed.in(page);
        Optional<RequestReference> earlier = RequestReference.parse(copy);
        Outcome<Draft> started = earlier.isPresent()
                ? drafts.copyFrom(actor, earlier.get(), peer.get())
                : drafts.start(actor, peer.get(), page.language(), Map.of());
        return new ModelAndView(
                "redirect:/drafts/" + Outcomes.orProblem(started).id());
    }

    @GetMapping("/drafts/{id}")
    ModelAndView tasks(Page page, @PathVariable("id") UUID id) {
        Draft draft = open(page, id);
        return new ModelAndView(
                "drafts/tasks", Map.of("page", page, "view", reader.view(page, draft, drafts.read(draft))));
    }

    @GetMapping("/drafts/{id}/check")
    ModelAndView check(Page page, @PathVariable("id") UUID id) {
        return check(page, open(page, id), List.of());
    }

    private ModelAndView check(Page page, Draft draft, List<Trouble> troubles) {
        DraftView view = reader.view(page, draft, drafts.read(draft));
        List<Facts.Section> sections = facts.sections(page, new Answers(draft.raw()));
        return new ModelAndView(
                "drafts/check", Map.of("page", page, "view", view, "sections", sections, "troubles", troubles));
    }

    @PostMapping("/drafts/{id}/send")
    ModelAndView send(Page page, @PathVariable("id") UUID id) {
        Actor actor = Signed.in(page);
        Draft draft = open(page, id);
        Station.THE_FORM.passed(draft.reference(), "a person asked to send it");
        Outcome<OutgoingCase> outcome = drafts.send(actor, id, new Typed(page.typed()).version());
        if (outcome instanceof Outcome.Done<OutgoingCase>(OutgoingCase sent)) {
            return new ModelAndView("redirect:/requests/" + sent.reference() + "/sent");
        }
        ModelAndView again = check(page, draft, Outcomes.troubles(page, names, outcome));
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    @GetMapping({"/drafts/{id}/{name}", "/drafts/{id}/{group:items}/{entry:\\d+}"})
    ModelAndView sheet(Page page, @PathVariable("id") UUID id, HttpServletRequest call) {
        Draft draft = typedOver(page, open(page, id));
        Reading reading = drafts.read(draft);
        String name = name(call, id);
        List<FormLayout.Place> places = places(name, draft);
        boolean changed = "more".equals(call.getParameter("asks"));
        return show(page, draft, name, places, reading, reader.wrongOn(page, places, draft, reading), changed);
    }

    @PostMapping({"/drafts/{id}/{name}", "/drafts/{id}/{group:items}/{entry:\\d+}"})
    ModelAndView save(Page page, @PathVariable("id") UUID id, HttpServletRequest call) {
        Draft before = open(page, id);
        String name = name(call, id);
        List<FormLayout.Place> asked = places(name, before);
        Map<String, String> fields = TypedAnswers.of(page, asked);
        long version = new Typed(page.typed()).version();
        Outcome<Draft> outcome = drafts.save(Signed.in(page), id, fields, version);
        if (!(outcome instanceof Outcome.Done<Draft>(Draft saved))) {
            Reading reading = drafts.read(typedOver(page, before));
            return show(
                    page,
                    typedOver(page, before),
                    name,
                    asked,
                    reading,
                    Outcomes.troubles(page, names, outcome),
                    false);
        }
        return new ModelAndView("redirect:" + next(page, saved, name, asked));
    }

    /// Where to go after saving: back here while the page has something wrong or asks more because of an answer;
    /// else on to the next page of the task, and to the task list at its end.
    private String next(Page page, Draft saved, String name, List<FormLayout.Place> asked) {
        String here = "/drafts/" + saved.id() + "/" + name;
        List<FormLayout.Place> now = places(name, saved);
        Set<FormLayout.Place> more = new HashSet<>(now);
        more.removeAll(Set.copyOf(asked));
        if (page.typed().containsKey("later")) {
            return "/drafts/" + saved.id();
        }
        if (!more.isEmpty()) {
            return here + "?asks=more";
        }
        boolean wrong = !reader.wrongOn(page, now, saved, drafts.read(saved)).isEmpty();
        if (wrong && !page.typed().containsKey("wrong")) {
            return here + "?wrong=1";
        }
        String next = layout.after(name);
        return "/drafts/" + saved.id() + (next.isEmpty() ? "" : "/" + next);
    }

    private ModelAndView show(
            Page page,
            Draft draft,
            String name,
            List<FormLayout.Place> places,
            Reading reading,
            List<Trouble> troubles,
            boolean changed) {
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("view", reader.view(page, draft, reading));
        model.put("sheet", reader.sheet(page, draft, name, places, reading, changed));
        model.put("troubles", troubles);
        return new ModelAndView("drafts/sheet", model);
    }

    private Draft open(Page page, UUID id) {
        return Outcomes.orProblem(drafts.open(Signed.in(page), id));
    }

    private List<FormLayout.Place> places(String name, Draft draft) {
        return layout.places(name, new Answers(draft.raw()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String name(HttpServletRequest call, UUID id) {
        return call.getRequestURI().substring(("/drafts/" + id + "/").length());
    }

    /// The draft with what was just typed laid over it, so that a change of language or a clash loses nothing.
    private static Draft typedOver(Page page, Draft draft) {
        if (page.typed().isEmpty()) {
            return draft;
        }
        Map<String, String> raw = new LinkedHashMap<>(draft.raw());
        page.typed().forEach((name, value) -> {
            if (name.startsWith("/")) {
                raw.put(name, value);
            }
        });
        return new Draft(
                draft.id(),
                draft.reference(),
                draft.requested(),
                draft.language(),
                raw,
                draft.version(),
                draft.owner(),
                draft.asked(),
                draft.savedAt());
    }
}
