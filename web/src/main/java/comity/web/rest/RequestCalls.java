package comity.web.rest;

import comity.api.contract.Paths;
import comity.api.request.NewNote;
import comity.api.request.Notes;
import comity.api.request.RequestList;
import comity.kernel.StateCode;
import comity.requests.Outcome;
import comity.requests.Page;
import comity.requests.Side;
import comity.requests.preservation.CaseFilter;
import comity.requests.preservation.CaseLine;
import comity.requests.preservation.Cases;
import comity.requests.preservation.Note;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Looking at requests, and notes among colleagues.
@RestController
public class RequestCalls {
    private final Cases cases;
    private final CaseTeller teller;
    private final HistoryTold history;

    public RequestCalls(Cases cases, CaseTeller teller, HistoryTold history) {
        this.cases = cases;
        this.teller = teller;
        this.history = history;
    }

    @GetMapping(Paths.REQUESTS)
    ResponseEntity<byte[]> list(Call call) {
        CaseFilter filter = new CaseFilter(side(call), call.query("state"), with(call), call.query("text"));
        Page<CaseLine> page = cases.list(call.actor(), filter, call.query("cursor"), call.limit());
        Tell tell = teller.tell(call);
        String next = page.next().orElse(null);
        return Answers.page(
                call, new RequestList(page.lines().stream().map(tell::line).toList(), next), next);
    }

    private static Optional<Side> side(Call call) {
        return call.query("side").map(word -> switch (word) {
            case "requesting" -> Side.REQUESTING;
            case "requested" -> Side.REQUESTED;
            default -> throw Call.wrongQuery("side", "not-one-of", Map.of("words", "requesting, requested"));
        });
    }

    private static Optional<StateCode> with(Call call) {
        return call.query("with").map(code -> {
            if (!code.matches("[A-Z]{2}")) {
                throw Call.wrongQuery("with", "not-a-state", Map.of());
            }
            return new StateCode(code);
        });
    }

    @GetMapping(Paths.REQUEST)
    ResponseEntity<byte[]> show(Call call, @PathVariable String request) {
        return teller.show(call, Call.reference(request));
    }

    @GetMapping(Paths.TIMELINE)
    ResponseEntity<byte[]> timeline(Call call, @PathVariable String request) {
        var reference = Call.reference(request);
        var timeline = Answers.orProblem(cases.timeline(call.actor(), reference));
        return Answers.of(call, history.timeline(call.language(), reference, timeline));
    }

    @GetMapping(Paths.LETTERS)
    ResponseEntity<byte[]> letters(Call call, @PathVariable String request) {
        var reference = Call.reference(request);
        // Whoever may read the timeline may read the letters; asking for it writes the look down, too.
        Answers.orProblem(cases.timeline(call.actor(), reference));
        return Answers.of(call, history.letters(reference));
    }

    @GetMapping(Paths.NOTES)
    ResponseEntity<byte[]> notes(Call call, @PathVariable String request) {
        return answer(call, cases.notes(call.actor(), Call.reference(request)));
    }

    @PostMapping(Paths.NOTES)
    ResponseEntity<byte[]> note(Call call, @PathVariable String request) {
        NewNote note = call.body(NewNote.class);
        return answer(call, cases.note(call.actor(), Call.reference(request), note.text()));
    }

    private static ResponseEntity<byte[]> answer(Call call, Outcome<List<Note>> outcome) {
        return Answers.of(
                call,
                new Notes(Answers.orProblem(outcome).stream()
                        .map(note -> new Notes.Note(note.at(), note.person(), note.role(), note.text()))
                        .toList()));
    }
}
