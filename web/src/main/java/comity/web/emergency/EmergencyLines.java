package comity.web.emergency;

import comity.desk.DutyInbox;
import comity.requests.Side;
import comity.requests.emergency.EmergencyCase;
import comity.requests.emergency.EmergencyState;
import comity.requests.preservation.CaseLine.WaitsFor;
import comity.web.Page;
import comity.web.cases.States;
import comity.web.preservation.Signed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Requests for emergency data as lines of a list.
public final class EmergencyLines {
    private final DutyInbox inbox;
    private final States states;

    public EmergencyLines(DutyInbox inbox, States states) {
        this.inbox = inbox;
        this.states = states;
    }

    /// @param kind what is feared, a word of the form; empty while nobody has said
    /// @param reviewBy when it should have been looked at again; empty while that is not open
    public record Line(
            EmergencyCase request,
            String address,
            String peerName,
            String kind,
            Optional<Instant> reviewBy,
            boolean canAcknowledge) {}

    /// Those that stand above a page of the inbox.
    public List<Line> above(Page page, WaitsFor whom, Optional<String> cursor) {
        return show(page, inbox.emergencies(Signed.in(page), whom, cursor));
    }

    List<Line> show(Page page, List<EmergencyCase> requests) {
        return requests.stream().map(request -> line(page, request)).toList();
    }

    private Line line(Page page, EmergencyCase request) {
        return new Line(
                request,
                "/emergencies/" + request.reference(),
                states.name(request.peer(), page.language()),
                request.document().getOrDefault("/risk/kind", ""),
                request.awaitsOurReview() && request.state() instanceof EmergencyState.Answered answered
                        ? Optional.of(answered.reviewBy())
                        : Optional.empty(),
                page.works() && request.side() == Side.REQUESTED && request.state() instanceof EmergencyState.Received);
    }
}
