package comity.requests.emergency;

import comity.directory.Directory;
import comity.kernel.Complaint;
import comity.kernel.StateCode;
import comity.kernel.WrittenTime;
import comity.law.Law;
import comity.law.eligibility.Cooperation;
import comity.requests.form.Answers;
import comity.requests.form.Circumstances;
import comity.requests.form.Documents;
import comity.requests.form.Form;
import comity.requests.form.FormReading;
import comity.requests.form.Times;
import comity.requests.identifiers.TimeRange;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what a request for emergency data says. Both sides read with it.
public final class EmergencyForm {
    private final Form form;
    private final Documents documents;
    private final Directory directory;
    private final Law law;
    private final Clock clock;
    private final boolean drill;

    /// @param measure what the law says of emergency data
    /// @param drill whether addresses and accounts reserved for examples may be named: true in a demonstration
    EmergencyForm(Directory directory, Law law, Cooperation measure, Clock clock, boolean drill) {
        this.form = Form.emergency(measure);
        this.documents = new Documents(form);
        this.directory = directory;
        this.law = law;
        this.clock = clock;
        this.drill = drill;
    }

    public Form form() {
        return form;
    }

    public Documents documents() {
        return documents;
    }

    Circumstances circumstances() {
        return new Circumstances(clock.instant(), drill, Optional.empty());
    }

    /// All complaints at once, in the order of the form, and how much is there.
    public FormReading read(StateCode requesting, StateCode requested, Map<String, String> raw) {
        Answers answers = new Answers(raw);
        List<Complaint> complaints = new ArrayList<>(form.check(answers, circumstances()));
        if (requested.equals(requesting)) {
            complaints.add(Complaint.blocks("/requested", "asks-itself"));
        } else if (directory.find(requested).isEmpty()) {
            complaints.add(Complaint.blocks("/requested", "not-in-directory").with(Map.of("value", requested.code())));
        }
        answers.entries("items").forEach(item -> checkPeriod("/items/" + item, answers, complaints));
        if (answers.has("/truth") && !answers.isYes("/truth")) {
            complaints.add(Complaint.blocks("/truth", "truth-not-declared"));
        }
        if (answers.isYes("/secrecy/doNotNotify") && !answers.has("/secrecy/until/text")) {
            complaints.add(Complaint.warns("/secrecy/until/text", "secrecy-without-end"));
        }
        return form.reading(answers, complaints, List.of());
    }

    private void checkPeriod(String item, Answers answers, List<Complaint> complaints) {
        Optional<WrittenTime> from = Times.written(answers, item + "/from", circumstances());
        Optional<WrittenTime> to = Times.written(answers, item + "/to", circumstances());
        if (from.isPresent() && to.isPresent()) {
            complaints.addAll(TimeRange.check(item, from.get(), to.get(), law.drafting()));
        }
    }

    /// When the harm is expected, as far as that was said.
    Optional<Instant> expectedAt(Map<String, String> raw) {
        return Times.written(new Answers(raw), "/risk/at", circumstances()).map(WrittenTime::instant);
    }
}
