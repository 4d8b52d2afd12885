package comity.web.rest;

import comity.api.act.Send;
import comity.api.contract.Operation;
import comity.api.contract.Paths;
import comity.api.request.LintCall;
import comity.api.request.NewRequest;
import comity.api.request.RequestForm;
import comity.api.request.SavedDocument;
import comity.kernel.Complaint;
import comity.kernel.Language;
import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import comity.kernel.Station;
import comity.requests.Outcome;
import comity.requests.form.Documents;
import comity.requests.form.Form;
import comity.requests.preservation.Cases;
import comity.requests.preservation.Draft;
import comity.requests.preservation.Drafts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// Writing a request, and sending it.
@RestController
public class DraftCalls {
    private final Drafts drafts;
    private final Cases cases;
    private final Form form;
    private final Documents documents;
    private final CaseTeller teller;
    private final DraftTold told;

    public DraftCalls(Drafts drafts, Cases cases, Form form, Documents documents, CaseTeller teller, DraftTold told) {
        this.drafts = drafts;
        this.cases = cases;
        this.form = form;
        this.documents = documents;
        this.teller = teller;
        this.told = told;
    }

    @PostMapping(Paths.REQUESTS)
    ResponseEntity<byte[]> start(Call call) {
        Draft draft = Answers.orProblem(started(call, call.body(NewRequest.class)));
        return Answers.created(
                call,
                told.draft(call.language(), draft, drafts.read(draft)),
                draft.version(),
                Operation.SHOW_REQUEST.at(draft.reference().toString()));
    }

    private Outcome<Draft> started(Call call, NewRequest wish) {
        List<Complaint> complaints = new ArrayList<>();
        Optional<StateCode> state = state("/requestedState", wish.requestedState(), complaints);
        Language language = language(call, wish.language(), complaints);
        Optional<RequestReference> earlier = earlier("/copyOf", wish.copyOf(), complaints);
        Map<String, String> known = wish.document() == null ? Map.of() : flat("/document", wish.document(), complaints);
        if (state.isEmpty() || !complaints.isEmpty()) {
            throw ApiProblem.wrong("body-wrong", complaints);
        }
        return earlier.isPresent()
                ? drafts.copyFrom(call.actor(), earlier.get(), state.get())
                : drafts.start(call.actor(), state.get(), language, known);
    }

    static Optional<StateCode> state(String pointer, String typed, List<Complaint> complaints) {
        String code = typed.strip().toUpperCase(java.util.Locale.ROOT);
        if (!code.matches("[A-Z]{2}")) {
            complaints.add(Complaint.blocks(pointer, "not-a-state"));
            return Optional.empty();
        }
        return Optional.of(new StateCode(code));
    }

    static Language language(Call call, @Nullable String tag, List<Complaint> complaints) {
        if (tag == null) {
            return call.language();
        }
        Optional<Language> known = Language.ofTag(tag);
        if (known.isEmpty()) {
            complaints.add(Complaint.blocks("/language", "not-a-language"));
        }
        return known.orElse(call.language());
    }

    static Optional<RequestReference> earlier(String pointer, @Nullable String typed, List<Complaint> complaints) {
        if (typed == null) {
            return Optional.empty();
        }
        Optional<RequestReference> reference = RequestReference.parse(typed);
        if (reference.isEmpty()) {
            complaints.add(Complaint.blocks(pointer, "not-a-reference"));
        }
        return reference;
    }

    private Map<String, String> flat(String pointer, Map<String, Object> document, List<Complaint> complaints) {
        try {
            return documents.flatten(document);
        } catch (IllegalArgumentException e) {
            complaints.add(Complaint.blocks(pointer, "not-a-document"));
            return Map.of();
        }
    }

    private Map<String, String> flatOrProblem(Map<String, Object> document) {
        List<Complaint> complaints = new ArrayList<>();
        Map<String, String> raw = flat("/document", document, complaints);
        if (!complaints.isEmpty()) {
            throw ApiProblem.wrong("body-wrong", complaints);
        }
        return raw;
    }

    @GetMapping(Paths.DRAFT)
    ResponseEntity<byte[]> read(Call call, @PathVariable String request) {
        return answer(call, drafts.open(call.actor(), id(call, request)));
    }

    @PutMapping(Paths.DRAFT)
    ResponseEntity<byte[]> save(Call call, @PathVariable String request) {
        Map<String, String> raw = flatOrProblem(call.body(SavedDocument.class).document());
        Draft current = Answers.orProblem(drafts.open(call.actor(), id(call, request)));
        long version = call.versionRequired(current.version());
        return answer(call, drafts.replace(call.actor(), current.id(), raw, version));
    }

    private ResponseEntity<byte[]> answer(Call call, Outcome<Draft> outcome) {
        return Answers.of(
                call, outcome, draft -> told.draft(call.language(), draft, drafts.read(draft)), Draft::version);
    }

    @PostMapping(Paths.SEND)
    ResponseEntity<byte[]> send(Call call, @PathVariable String request) {
        call.body(Send.class);
        var current = Answers.orProblem(cases.outgoing(call.actor(), Call.reference(request)));
        long version = call.versionRequired(current.version());
        Station.THE_FORM.passed(current.reference(), "a program asked to send it for a person");
        return teller.outgoing(call, drafts.send(call.actor(), current.id(), version));
    }

    private UUID id(Call call, String request) {
        return Answers.orProblem(cases.outgoing(call.actor(), Call.reference(request)))
                .id();
    }

    @PostMapping(Paths.LINT)
    ResponseEntity<byte[]> lint(Call call) {
        LintCall given = call.body(LintCall.class);
        Map<String, String> raw = flatOrProblem(given.document());
        Optional<StateCode> state = Optional.ofNullable(given.requestedState())
                .or(() -> Optional.ofNullable(raw.get("/requested")))
                .map(String::strip)
                .filter(code -> code.matches("[A-Z]{2}"))
                .map(StateCode::new);
        return Answers.of(call, told.reading(call.language(), drafts.lint(state, raw), state.map(StateCode::code)));
    }

    @GetMapping(Paths.FORM)
    ResponseEntity<byte[]> form(Call call) {
        return Answers.of(
                call,
                new RequestForm(
                        "PRS",
                        1,
                        form.fields()
                                .map(field -> told.field(call.language(), field))
                                .toList()));
    }
}
