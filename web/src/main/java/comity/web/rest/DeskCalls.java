package comity.web.rest;

import comity.api.contract.Paths;
import comity.api.desk.Inbox;
import comity.desk.DutyInbox;
import comity.requests.Page;
import comity.requests.preservation.CaseLine;
import comity.requests.preservation.CaseLine.WaitsFor;
import comity.requests.preservation.TermClock;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The duty inbox.
@RestController
public class DeskCalls {
    private final DutyInbox inbox;
    private final CaseTeller teller;
    private final Clock clock;

    public DeskCalls(DutyInbox inbox, CaseTeller teller, Clock clock) {
        this.inbox = inbox;
        this.teller = teller;
        this.clock = clock;
    }

    @GetMapping(Paths.INBOX)
    ResponseEntity<byte[]> inbox(Call call) {
        WaitsFor whom = whom(call);
        Optional<String> cursor = call.query("cursor");
        Page<CaseLine> page = inbox.lines(call.actor(), whom, cursor, call.limit());
        Tell tell = teller.tell(call);
        String next = page.next().orElse(null);
        return Answers.page(
                call,
                new Inbox(
                        clock.instant(),
                        inbox.emergencies(call.actor(), whom, cursor).stream()
                                .map(EmergencyTold::summary)
                                .toList(),
                        page.lines().stream()
                                .map(line -> new Inbox.Line(
                                        tell.line(line),
                                        line.clock().flatMap(TermClock::due).orElse(null)))
                                .toList(),
                        next),
                next);
    }

    private static WaitsFor whom(Call call) {
        return call.query("waitsFor")
                .map(word -> switch (word) {
                    case "us" -> WaitsFor.US;
                    case "them" -> WaitsFor.THEM;
                    default -> throw Call.wrongQuery("waitsFor", "not-one-of", Map.of("words", "us, them"));
                })
                .orElse(WaitsFor.US);
    }
}
