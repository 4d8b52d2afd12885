package comity.web.preservation;

import comity.kernel.Actor;
import comity.kernel.Complaint;
import comity.kernel.RequestReference;
import comity.requests.Outcome;
import comity.requests.Side;
import comity.requests.preservation.Act;
import comity.web.Local;
import comity.web.Page;
import comity.web.Trouble;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// One page for each act on a case: a short form, what the other State will read, and one button that says what it
/// does.
@Controller
public class ActPages {
    private final CaseReader reader;
    private final AskingActs asking;
    private final AnsweringActs answering;
    private final ActForms forms;
    private final FieldNames names;

    public ActPages(CaseReader reader, AskingActs asking, AnsweringActs answering, ActForms forms, FieldNames names) {
        this.reader = reader;
        this.asking = asking;
        this.answering = answering;
        this.forms = forms;
        this.names = names;
    }

    @GetMapping("/requests/{reference}/{act}")
    ModelAndView form(Page page, @PathVariable("reference") String reference, @PathVariable("act") String code) {
        CaseView view = Outcomes.orProblem(reader.read(page, Signed.in(page), Signed.reference(reference)));
        return show(page, view, act(view, code), List.of(), false);
    }

    @PostMapping("/requests/{reference}/{act}")
    ModelAndView perform(Page page, @PathVariable("reference") String reference, @PathVariable("act") String code) {
        Actor actor = Signed.in(page);
        RequestReference parsed = Signed.reference(reference);
        CaseView view = Outcomes.orProblem(reader.read(page, actor, parsed));
        Act act = act(view, code);
        Typed typed = new Typed(page.typed());
        if (page.typed().containsKey("preview")) {
            return show(page, view, act, List.of(), true);
        }
        Outcome<?> outcome = view.side() == Side.REQUESTING
                ? asking.perform(act, actor, view, typed)
                : answering.perform(act, actor, view, typed, page.now());
        List<Complaint> complaints = typed.complaints();
        FieldNames called = names.calling(forms.labels(page, view, act));
        List<Trouble> troubles = complaints.isEmpty()
                ? Outcomes.troubles(page, called, outcome)
                : Outcomes.troubles(page, called, complaints);
        if (troubles.isEmpty()) {
            return new ModelAndView("redirect:" + next(page, view, act));
        }
        ModelAndView again = show(page, view, act, troubles, false);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    private static String next(Page page, CaseView view, Act act) {
        String to = page.typed("to");
        return to.equals("/desk")
                ? Local.or(to, "/") + "?done=" + view.reference()
                : view.address() + "?done=" + act.code();
    }

    private static Act act(CaseView view, String code) {
        for (Act act : Act.values()) {
            if (act.code().equals(code) && act.side() == view.side()) {
                return act;
            }
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private ModelAndView show(Page page, CaseView view, Act act, List<Trouble> troubles, boolean preview) {
        Map<String, Object> model = new HashMap<>();
        model.put("page", page);
        model.put("view", view);
        model.put("form", forms.form(page, view, act, preview));
        model.put("troubles", troubles);
        return new ModelAndView("requests/act", model);
    }
}
