package comity.web.emergency;

import comity.kernel.Complaint;
import comity.requests.Outcome;
import comity.requests.emergency.Emergencies;
import comity.requests.emergency.Emergencies.Seen;
import comity.requests.emergency.EmergencyAct;
import comity.requests.emergency.EmergencyCase;
import comity.requests.form.Answers;
import comity.requests.form.Field;
import comity.requests.form.Form;
import comity.requests.form.FormReading;
import comity.requests.form.Task;
import comity.web.Page;
import comity.web.Trouble;
import comity.web.cases.States;
import comity.web.preservation.DraftView.Question;
import comity.web.preservation.FormLayout.Place;
import comity.web.preservation.Outcomes;
import comity.web.preservation.Signed;
import comity.web.preservation.TypedAnswers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// The form of a request for emergency data: all of it on one page, because it is short and there is no time. Saving
/// keeps what is wrong, too; nothing is marked wrong before somebody wants to send it.
@Controller
public class EmergencyDraftPages {
    /// Settled when the draft was begun.
    private static final Set<String> SETTLED = Set.of("/requested", "/preservation");

    private static final Pattern ENTRY = Pattern.compile("/items/(\\d{1,4})/");

    private final Emergencies emergencies;
    private final EmergencyReader reader;
    private final States states;
    private final Form form;

    public EmergencyDraftPages(Emergencies emergencies, EmergencyReader reader, States states) {
        this.emergencies = emergencies;
        this.reader = reader;
        this.states = states;
        this.form = emergencies.form().form();
    }

    /// The questions of one task, or of one entry of its list.
    ///
    /// @param entry the number of the entry; -1 for a task's own questions
    public record Part(String title, int entry, List<Question> questions) {}

    /// The page of a draft.
    ///
    /// @param missing how many answers that must be given are not there yet
    public record Sheet(EmergencyCase request, String peerName, List<Part> parts, int missing, boolean maySend) {
        public String address() {
            return "/emergencies/" + request.reference();
        }
    }

    @GetMapping("/emergencies/{reference}/draft")
    ModelAndView draft(
            Page page,
            @PathVariable("reference") String reference,
            @RequestParam(value = "more", defaultValue = "") String more,
            @RequestParam(value = "done", defaultValue = "") String done) {
        Seen seen = open(page, reference);
        return show(page, seen, !more.isEmpty(), done.equals("saved"), List.of());
    }

    @PostMapping("/emergencies/{reference}/draft")
    ModelAndView save(
            Page page,
            @PathVariable("reference") String reference,
            @RequestParam(value = "then", defaultValue = "") String then) {
        Seen seen = open(page, reference);
        Map<String, String> fields = TypedAnswers.of(page, places(typedOver(page, seen.request())));
        if (then.startsWith("remove-")) {
            String entry = "/items/" + then.substring("remove-".length()) + "/";
            fields.replaceAll((pointer, text) -> pointer.startsWith(entry) ? "" : text);
        }
        Outcome<EmergencyCase> outcome = emergencies
                .drafts()
                .save(Signed.in(page), new Emergencies.Target(seen.request().reference(), version(page)), fields);
        if (then.equals("send") && outcome instanceof Outcome.Done<EmergencyCase>) {
            outcome = emergencies
                    .drafts()
                    .send(Signed.in(page), new Emergencies.Target(seen.request().reference(), OptionalLong.empty()));
        }
        String address = "/emergencies/" + seen.request().reference();
        if (outcome instanceof Outcome.Done<EmergencyCase>) {
            return new ModelAndView("redirect:"
                    + switch (then) {
                        case "send" -> address + "?done=send";
                        case "add" -> address + "/draft?more=1#more";
                        default -> address + "/draft?done=saved";
                    });
        }
        ModelAndView again =
                show(page, open(page, reference), false, false, Outcomes.troubles(page, reader.names(), outcome));
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    static OptionalLong version(Page page) {
        String version = page.typed("version");
        return version.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(version)) : OptionalLong.of(-1);
    }

    private Seen open(Page page, String reference) {
        Seen seen = reader.seen(page, reference);
        if (!seen.acts().contains(EmergencyAct.DRAFT)) {
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        }
        return seen;
    }

    /// What was just typed laid over what is kept, so that a change of language or a clash loses nothing.
    private static Map<String, String> typedOver(Page page, EmergencyCase request) {
        Map<String, String> raw = new LinkedHashMap<>(request.document());
        page.typed().forEach((name, value) -> {
            if (name.startsWith("/")) {
                raw.put(name, value);
            }
        });
        return raw;
    }

    /// Every question that was on the page. An entry counts although all of it was cleared.
    private List<Place> places(Map<String, String> raw) {
        Set<Integer> entries = new TreeSet<>();
        raw.keySet().stream()
                .map(ENTRY::matcher)
                .filter(Matcher::lookingAt)
                .forEach(entry -> entries.add(Integer.parseInt(entry.group(1))));
        return form.fields()
                .filter(field -> !SETTLED.contains(field.pointer()))
                .flatMap(field -> field.isRepeated()
                        ? entries.stream().map(entry -> new Place(field, field.pointerAt(entry)))
                        : Stream.of(new Place(field, field.pointer())))
                .toList();
    }

    private ModelAndView show(Page page, Seen seen, boolean more, boolean saved, List<Trouble> troubles) {
        Map<String, String> raw = typedOver(page, seen.request());
        FormReading reading = seen.reading();
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put(
                "sheet",
                new Sheet(
                        seen.request(),
                        states.name(seen.request().peer(), page.language()),
                        parts(page, raw, reading, more),
                        reading.forAny().needed() - reading.forAny().given(),
                        seen.acts().contains(EmergencyAct.SEND)));
        model.put("saved", saved);
        model.put("troubles", troubles);
        return new ModelAndView("emergencies/draft", model);
    }

    private List<Part> parts(Page page, Map<String, String> raw, FormReading reading, boolean more) {
        List<Part> parts = new ArrayList<>();
        Answers answers = new Answers(raw);
        for (Task task : form.tasks()) {
            List<Field> repeated =
                    task.fields().stream().filter(Field::isRepeated).toList();
            List<Integer> entries = new ArrayList<>(answers.entries("items"));
            if (!repeated.isEmpty() && (entries.isEmpty() || more)) {
                entries.add(entries.isEmpty() ? 0 : entries.getLast() + 1);
            }
            for (int entry : repeated.isEmpty() ? List.<Integer>of() : entries) {
                parts.add(part(
                        page,
                        page.t("form.item", "number", entries.indexOf(entry) + 1),
                        entry,
                        repeated.stream()
                                .map(field -> new Place(field, field.pointerAt(entry)))
                                .toList(),
                        raw,
                        reading));
            }
            List<Place> own = task.fields().stream()
                    .filter(field -> !field.isRepeated() && !SETTLED.contains(field.pointer()))
                    .map(field -> new Place(field, field.pointer()))
                    .toList();
            parts.add(part(page, page.t("form.task." + task.code()), -1, own, raw, reading));
        }
        return parts;
    }

    /// A question that depends on another is left out once that one has an answer under which it has no meaning.
    private boolean mayApply(Place place, int entry, Map<String, String> raw) {
        Answers answers = new Answers(raw);
        boolean open = place.field()
                .when()
                .filter(condition -> !answers.has(condition.pointer().replace("/*/", "/" + entry + "/")))
                .isPresent();
        return open || answers.has(place.pointer()) || form.applies(place.field(), place.pointer(), answers);
    }

    private Part part(
            Page page, String title, int entry, List<Place> places, Map<String, String> raw, FormReading reading) {
        List<Complaint> worth = reading.complaints();
        return new Part(
                title,
                entry,
                places.stream()
                        .filter(place -> mayApply(place, entry, raw))
                        .map(place -> reader.questions().question(page, place, raw, worth))
                        .toList());
    }
}
