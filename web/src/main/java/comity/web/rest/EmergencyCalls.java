package comity.web.rest;

import static comity.web.rest.AskingCalls.orEmpty;

import comity.api.contract.Operation;
import comity.api.contract.Paths;
import comity.api.emergency.AcceptEmergency;
import comity.api.emergency.AcknowledgeEmergency;
import comity.api.emergency.DeclineEmergency;
import comity.api.emergency.KeepEmergency;
import comity.api.emergency.LintEmergency;
import comity.api.emergency.NewEmergency;
import comity.api.emergency.ReviewEmergency;
import comity.api.emergency.SavedEmergency;
import comity.api.emergency.SendEmergency;
import comity.api.emergency.WithdrawEmergency;
import comity.kernel.Complaint;
import comity.kernel.Language;
import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import comity.kernel.Station;
import comity.requests.Outcome;
import comity.requests.Page;
import comity.requests.Timeline;
import comity.requests.emergency.Emergencies;
import comity.requests.emergency.Emergencies.Seen;
import comity.requests.emergency.Emergencies.Target;
import comity.requests.emergency.EmergencyCase;
import comity.requests.emergency.Review;
import comity.requests.form.Changes;
import comity.safeguards.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// Requests for data to avert an emergency: asking, answering, looking again.
@RestController
public class EmergencyCalls {
    private static final String LANGUAGE = "/language";

    private final Emergencies emergencies;
    private final EmergencyTold told;
    private final HistoryTold history;

    public EmergencyCalls(Emergencies emergencies, EmergencyTold told, HistoryTold history) {
        this.emergencies = emergencies;
        this.told = told;
        this.history = history;
    }

    @GetMapping(Paths.EMERGENCIES)
    ResponseEntity<byte[]> list(Call call) {
        Page<EmergencyCase> page = call.query("waitsFor").isPresent()
                ? waiting(call)
                : emergencies.list(call.actor(), call.query("cursor"), call.limit());
        return Answers.page(call, told.list(page), page.next().orElse(null));
    }

    private Page<EmergencyCase> waiting(Call call) {
        if (!call.query("waitsFor").equals(Optional.of("us"))) {
            throw Call.wrongQuery("waitsFor", "not-one-of", Map.of("words", "us"));
        }
        return new Page<>(emergencies.waiting(call.actor(), call.limit()), Optional.empty());
    }

    @PostMapping(Paths.EMERGENCIES)
    ResponseEntity<byte[]> start(Call call) {
        EmergencyCase draft = Answers.orProblem(started(call, call.body(NewEmergency.class)));
        Seen seen = seen(call, draft.reference());
        return Answers.created(
                call,
                told.detail(call.language(), seen),
                seen.request().version(),
                Operation.SHOW_EMERGENCY.at(draft.reference().toString()));
    }

    private Outcome<EmergencyCase> started(Call call, NewEmergency wish) {
        List<Complaint> complaints = new ArrayList<>();
        Optional<StateCode> state = DraftCalls.state("/requestedState", wish.requestedState(), complaints);
        Language language = DraftCalls.language(call, wish.language(), complaints);
        Optional<RequestReference> earlier = DraftCalls.earlier("/preservation", wish.preservation(), complaints);
        Map<String, String> known = wish.document() == null ? Map.of() : flat(wish.document(), complaints);
        if (state.isEmpty() || !complaints.isEmpty()) {
            throw ApiProblem.wrong("body-wrong", complaints);
        }
        Outcome<EmergencyCase> outcome =
                emergencies.drafts().start(call.actor(), state.get(), language, earlier, known);
        if (outcome instanceof Outcome.NotFound<EmergencyCase>) {
            // The only thing that is looked for is the earlier request, and the field that names it can be mended.
            throw ApiProblem.wrong("body-wrong", List.of(Complaint.blocks("/preservation", "no-such-preservation")));
        }
        return outcome;
    }

    private Map<String, String> flat(Map<String, Object> document, List<Complaint> complaints) {
        try {
            return emergencies.form().documents().flatten(document);
        } catch (IllegalArgumentException e) {
            complaints.add(Complaint.blocks("/document", "not-a-document"));
            return Map.of();
        }
    }

    private Map<String, String> flatOrProblem(Map<String, Object> document) {
        List<Complaint> complaints = new ArrayList<>();
        Map<String, String> raw = flat(document, complaints);
        if (!complaints.isEmpty()) {
            throw ApiProblem.wrong("body-wrong", complaints);
        }
        return raw;
    }

    @GetMapping(Paths.EMERGENCY)
    ResponseEntity<byte[]> show(Call call, @PathVariable String request) {
        return show(call, Call.reference(request));
    }

    private ResponseEntity<byte[]> show(Call call, RequestReference reference) {
        Seen seen = seen(call, reference);
        return Answers.of(
                call, told.detail(call.language(), seen), seen.request().version());
    }

    private Seen seen(Call call, RequestReference reference) {
        return Answers.orProblem(emergencies.read(call.actor(), reference));
    }

    @PutMapping(Paths.EMERGENCY_DRAFT)
    ResponseEntity<byte[]> save(Call call, @PathVariable String request) {
        Map<String, String> wanted =
                new HashMap<>(flatOrProblem(call.body(SavedEmergency.class).document()));
        EmergencyCase current = seen(call, Call.reference(request)).request();
        long version = call.versionRequired(current.version());
        wanted.putIfAbsent(LANGUAGE, current.document().getOrDefault(LANGUAGE, ""));
        return after(
                call,
                emergencies
                        .drafts()
                        .save(
                                call.actor(),
                                new Target(current.reference(), OptionalLong.of(version)),
                                Changes.between(current.document(), wanted)));
    }

    @GetMapping(Paths.EMERGENCY_TIMELINE)
    ResponseEntity<byte[]> timeline(Call call, @PathVariable String request) {
        RequestReference reference = Call.reference(request);
        Seen seen = seen(call, reference);
        return Answers.of(call, history.timeline(call.language(), reference, new Timeline(seen.timeline())));
    }

    @GetMapping(Paths.EMERGENCY_LETTERS)
    ResponseEntity<byte[]> letters(Call call, @PathVariable String request) {
        RequestReference reference = Call.reference(request);
        // Whoever may read the case may read its letters; this writes the look down, too.
        seen(call, reference);
        return Answers.of(call, history.letters(reference));
    }

    @PostMapping(Paths.SEND_EMERGENCY)
    ResponseEntity<byte[]> send(Call call, @PathVariable String request) {
        call.body(SendEmergency.class);
        // Only whether a version was given: which one is looked at where the case is locked.
        call.versionRequired(0);
        Target target = target(call, request);
        Station.THE_FORM.passed(target.reference(), "a program asked to send it for a person");
        return after(call, emergencies.drafts().send(call.actor(), target));
    }

    @PostMapping(Paths.WITHDRAW_EMERGENCY)
    ResponseEntity<byte[]> withdraw(Call call, @PathVariable String request) {
        WithdrawEmergency withdrawal = call.body(WithdrawEmergency.class);
        return after(call, emergencies.answers().withdraw(call.actor(), target(call, request), withdrawal.reason()));
    }

    @PostMapping(Paths.ACKNOWLEDGE_EMERGENCY)
    ResponseEntity<byte[]> acknowledge(Call call, @PathVariable String request) {
        call.body(AcknowledgeEmergency.class);
        return after(call, emergencies.answers().acknowledge(call.actor(), target(call, request)));
    }

    @PostMapping(Paths.ACCEPT_EMERGENCY)
    ResponseEntity<byte[]> accept(Call call, @PathVariable String request) {
        AcceptEmergency given = call.body(AcceptEmergency.class);
        return after(
                call,
                emergencies
                        .answers()
                        .accept(
                                call.actor(),
                                target(call, request),
                                decision(call, given.order(), given.justification()),
                                answer(given.substantialGrounds()),
                                orEmpty(given.conditions())));
    }

    @PostMapping(Paths.KEEP_EMERGENCY)
    ResponseEntity<byte[]> keep(Call call, @PathVariable String request) {
        KeepEmergency kept = call.body(KeepEmergency.class);
        return after(
                call,
                emergencies
                        .answers()
                        .keep(
                                call.actor(),
                                target(call, request),
                                decision(call, kept.order(), kept.justification()),
                                answer(kept.substantialGrounds()),
                                kept.reasons()));
    }

    private static EmergencyCase.Decision decision(Call call, String order, String justification) {
        return new EmergencyCase.Decision(
                order.strip(), justification.strip(), call.actor().person());
    }

    /// Nobody's question is answered by leaving it out: the body reader has asked for one of these.
    private static Answer answer(String word) {
        return switch (word) {
            case "no" -> Answer.NO;
            case "yes" -> Answer.YES;
            case "unknown" -> Answer.UNKNOWN;
            default -> Answer.NOT_GIVEN;
        };
    }

    @PostMapping(Paths.DECLINE_EMERGENCY)
    ResponseEntity<byte[]> decline(Call call, @PathVariable String request) {
        DeclineEmergency declined = call.body(DeclineEmergency.class);
        return after(call, emergencies.answers().decline(call.actor(), target(call, request), declined.reasons()));
    }

    @PostMapping(Paths.REVIEW_EMERGENCY)
    ResponseEntity<byte[]> review(Call call, @PathVariable String request) {
        ReviewEmergency looked = call.body(ReviewEmergency.class);
        return after(
                call,
                emergencies
                        .answers()
                        .review(
                                call.actor(),
                                target(call, request),
                                Words.choice(Review.Finding.values(), Review.Finding::code, looked.finding()),
                                orEmpty(looked.assistanceReference()),
                                looked.text()));
    }

    private ResponseEntity<byte[]> after(Call call, Outcome<EmergencyCase> outcome) {
        return show(call, Answers.orProblem(outcome).reference());
    }

    /// Which case an act is about, and in which version the caller saw it.
    private static Target target(Call call, String request) {
        return new Target(Call.reference(request), call.version());
    }

    @PostMapping(Paths.LINT_EMERGENCY)
    ResponseEntity<byte[]> lint(Call call) {
        LintEmergency given = call.body(LintEmergency.class);
        List<Complaint> complaints = new ArrayList<>();
        Map<String, String> raw = new HashMap<>(flat(given.document(), complaints));
        Optional<StateCode> requested = requested(given, raw, complaints);
        if (requested.isEmpty() || !complaints.isEmpty()) {
            throw ApiProblem.wrong("body-wrong", complaints);
        }
        raw.put("/requested", requested.get().code());
        return Answers.of(call, told.lint(call.language(), requested.get(), raw));
    }

    /// The State that would be asked, as the call says or the document.
    private static Optional<StateCode> requested(
            LintEmergency given, Map<String, String> raw, List<Complaint> complaints) {
        String said = given.requestedState();
        return said == null
                ? DraftCalls.state("/document/requested", raw.getOrDefault("/requested", ""), complaints)
                : DraftCalls.state("/requestedState", said, complaints);
    }

    @GetMapping(Paths.EMERGENCY_FORM)
    ResponseEntity<byte[]> form(Call call) {
        return Answers.of(call, told.form(call.language()));
    }
}
