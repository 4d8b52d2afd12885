package comity.web.emergency;

import comity.requests.Side;
import comity.requests.Timeline;
import comity.requests.emergency.EmergencyAct;
import comity.requests.emergency.EmergencyCase;
import comity.vault.Exhibit;
import comity.web.preservation.Facts;
import java.util.List;
import java.util.Set;

/// A request for emergency data as its page shows it, from either side.
///
/// @param standing what the answer and the reviews say
/// @param inside what was decided here and stays here; empty on our own requests
/// @param acts what the reader can do now
/// @param mayHandOver whether the reader could begin an exhibit for it now
public record EmergencyView(
        EmergencyCase request,
        String peerName,
        List<Facts.Fact> standing,
        List<Facts.Fact> inside,
        List<Facts.Section> sections,
        List<Timeline.Entry> timeline,
        Set<EmergencyAct> acts,
        List<Exhibit> exhibits,
        boolean mayHandOver) {

    public boolean isOurs() {
        return request.side() == Side.REQUESTING;
    }

    public boolean may(EmergencyAct act) {
        return acts.contains(act);
    }

    /// Those acts that have a form of their own, in the order of the work.
    public List<EmergencyAct> forms() {
        return acts.stream()
                .filter(act -> act != EmergencyAct.DRAFT && act != EmergencyAct.SEND && act != EmergencyAct.ACKNOWLEDGE)
                .sorted()
                .toList();
    }

    public String peer() {
        return request.peer().code();
    }

    public String state() {
        return request.state().word();
    }

    /// The key of the sentence that says what the state means and what comes next.
    public String meaning() {
        return isOurs() ? "emergency.ours." + state() : "emergency.theirs." + state();
    }

    public String address() {
        return "/emergencies/" + request.reference();
    }
}
