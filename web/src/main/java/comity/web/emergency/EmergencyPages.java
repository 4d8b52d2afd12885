package comity.web.emergency;

import comity.kernel.Actor;
import comity.kernel.RequestReference;
import comity.kernel.RequestType;
import comity.kernel.StateCode;
import comity.requests.Outcome;
import comity.requests.emergency.Emergencies;
import comity.requests.emergency.EmergencyAct;
import comity.requests.emergency.EmergencyCase;
import comity.requests.emergency.EmergencyState;
import comity.web.Option;
import comity.web.Page;
import comity.web.Trouble;
import comity.web.cases.States;
import comity.web.preservation.Outcomes;
import comity.web.preservation.Signed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The list of requests for emergency data, the beginning of a new one, and one with everything known of it.
@Controller
public class EmergencyPages {
    private static final int ROWS = 25;
    private final Emergencies emergencies;
    private final EmergencyReader reader;
    private final EmergencyLines lines;
    private final States states;

    public EmergencyPages(Emergencies emergencies, EmergencyReader reader, EmergencyLines lines, States states) {
        this.emergencies = emergencies;
        this.reader = reader;
        this.lines = lines;
        this.states = states;
    }

    @GetMapping("/emergencies")
    ModelAndView list(Page page, @RequestParam("after") Optional<String> after) {
        comity.requests.Page<EmergencyCase> found = emergencies.list(Signed.in(page), after, ROWS);
        return new ModelAndView(
                "emergencies/list",
                Map.of(
                        "page", page,
                        "rows", lines.show(page, found.lines()),
                        "next", found.next().orElse("")));
    }

    /// @param preservation the request of ours whose data are wanted, or nothing
    @GetMapping("/emergencies/new")
    ModelAndView choose(
            Page page,
            @RequestParam(value = "to", defaultValue = "") String to,
            @RequestParam(value = "preservation", defaultValue = "") String preservation) {
        return choose(page, to, preservation, List.of());
    }

    private ModelAndView choose(Page page, String to, String preservation, List<Trouble> troubles) {
        List<Option> peers = states.reachable(page.language());
        return new ModelAndView(
                "emergencies/new",
                Map.of("page", page, "peers", peers, "to", to, "preservation", preservation, "troubles", troubles));
    }

    @PostMapping("/emergencies/new")
    ModelAndView start(
            Page page,
            @RequestParam(value = "requested", defaultValue = "") String requested,
            @RequestParam(value = "preservation", defaultValue = "") String preservation) {
        Optional<StateCode> peer = Optional.of(requested)
                .filter(code -> code.matches("[A-Z]{2}"))
                .map(StateCode::new)
                .filter(code -> states.find(code).isPresent());
        if (peer.isEmpty()) {
            ModelAndView again = choose(
                    page, requested, preservation, List.of(new Trouble("requested", page.t("draft.choose.missing"))));
            again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return again;
        }
        Optional<RequestReference> earlier =
                RequestReference.parse(preservation).filter(read -> read.type() == RequestType.PRESERVATION);
        Outcome<EmergencyCase> started =
                emergencies.drafts().start(Signed.in(page), peer.get(), page.language(), earlier, Map.of());
        return new ModelAndView(
                "redirect:/emergencies/" + Outcomes.orProblem(started).reference() + "/draft");
    }

    @GetMapping("/emergencies/{reference}")
    ModelAndView one(
            Page page,
            @PathVariable("reference") String reference,
            @RequestParam(value = "done", defaultValue = "") String done) {
        Actor who = Signed.in(page);
        EmergencyView view = reader.read(page, reference);
        if (view.request().state() instanceof EmergencyState.Drafted && view.may(EmergencyAct.DRAFT)) {
            return new ModelAndView("redirect:" + view.address() + "/draft");
        }
        boolean mine = view.request()
                .decision()
                .filter(decision -> decision.person().equals(who.person()))
                .isPresent();
        return new ModelAndView(
                "emergencies/one",
                Map.of(
                        "page", page,
                        "view", view,
                        "done", page.has("emergency.done." + done) ? done : "",
                        "decidedByReader", mine));
    }
}
