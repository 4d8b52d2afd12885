package comity.web.desk;

import comity.desk.DutyInbox;
import comity.kernel.Actor;
import comity.requests.preservation.CaseLine;
import comity.requests.preservation.CaseLine.WaitsFor;
import comity.web.Page;
import comity.web.Person;
import comity.web.cases.Lines;
import comity.web.emergency.EmergencyLines;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/// What waits, the next end of a clock first.
@Controller
public class InboxPages {
    private static final int ROWS = 25;

    private final DutyInbox inbox;
    private final Lines lines;
    private final EmergencyLines emergencies;

    public InboxPages(DutyInbox inbox, Lines lines, EmergencyLines emergencies) {
        this.inbox = inbox;
        this.lines = lines;
        this.emergencies = emergencies;
    }

    /// @param whom whose move is shown: `us`, `them` or `nobody`
    /// @param done the reference of what was just acknowledged, or nothing
    public record Inbox(
            DutyInbox.Snapshot snapshot,
            List<Lines.Shown> rows,
            Optional<String> next,
            String whom,
            boolean first,
            String done) {}

    @GetMapping("/desk")
    ModelAndView inbox(
            Page page,
            @RequestParam(value = "whom", defaultValue = "us") String whom,
            @RequestParam("after") Optional<String> after,
            @RequestParam(value = "done", defaultValue = "") String done) {
        Actor actor =
                page.person().map(Person::actor).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        WaitsFor waits = WaitsFor.ofCode(whom);
        comity.requests.Page<CaseLine> found = inbox.lines(actor, waits, after, ROWS);
        Inbox shown = new Inbox(
                inbox.snapshot(actor),
                lines.show(page, found.lines()),
                found.next(),
                waits.code(),
                after.isEmpty(),
                done);
        return new ModelAndView(
                "desk/inbox",
                Map.of("page", page, "inbox", shown, "emergencies", emergencies.above(page, waits, after)));
    }
}
