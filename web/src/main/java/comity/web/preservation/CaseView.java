package comity.web.preservation;

import comity.kernel.Language;
import comity.kernel.RequestReference;
import comity.law.RefusalGround;
import comity.requests.Side;
import comity.requests.Timeline;
import comity.requests.Urgency;
import comity.requests.preservation.Acknowledgement;
import comity.requests.preservation.Act;
import comity.requests.preservation.Assessment;
import comity.requests.preservation.MachineCheck;
import comity.requests.preservation.Note;
import comity.web.cases.Clocks;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A case as a page shows it, from either side.
///
/// @param peer the other State
/// @param peerLanguage the language in which the other desk reads, as far as the directory knows
/// @param standing what the state itself holds, in words: who asked for what, on which ground, kept by whom
/// @param asked the fields that the requested State asks for; empty when it asks for none
/// @param acts what the reader can do now, in the order of the work
/// @param checks what the machine found; on our own requests none
/// @param grounds on which it could be refused, as the ruling on a refusal would have it; on our own requests none
/// @param handling the handling marks as one line of text; empty when none are set
/// @param mayHandOver whether the reader could begin an exhibit for it now
public record CaseView(
        RequestReference reference,
        Side side,
        String peer,
        String peerName,
        Language peerLanguage,
        String state,
        Optional<Clocks.Shown> clock,
        Urgency.Criterion urgency,
        String fingerprint,
        Optional<Instant> sentAt,
        Optional<Acknowledgement> acknowledgement,
        List<Facts.Fact> standing,
        List<String> asked,
        List<Facts.Section> sections,
        Map<String, String> document,
        List<String> acts,
        List<CheckLine> checks,
        List<RefusalGround> grounds,
        Optional<Assessment> assessment,
        List<Timeline.Entry> timeline,
        List<Note> notes,
        String mlaReference,
        String owner,
        String handling,
        boolean mayHandOver,
        long version) {

    /// What the machine found about one thing, in the reader's words.
    public record CheckLine(String text, MachineCheck.Result result) {}

    public boolean may(Act act) {
        return acts.contains(act.code());
    }

    public boolean isOurs() {
        return side == Side.REQUESTING;
    }

    /// The key of the sentence that says what the state means and what comes next.
    public String meaning() {
        return isOurs() ? "meaning.ours." + state : "meaning.theirs." + state;
    }

    public String address() {
        return "/requests/" + reference;
    }
}
