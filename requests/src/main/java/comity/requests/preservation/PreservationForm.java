package comity.requests.preservation;

import comity.directory.Directory;
import comity.directory.Entry;
import comity.directory.PublishedNeed;
import comity.kernel.Complaint;
import comity.kernel.StateCode;
import comity.law.Law;
import comity.law.eligibility.Cooperation;
import comity.requests.form.Answers;
import comity.requests.form.Circumstances;
import comity.requests.form.Documents;
import comity.requests.form.Form;
import comity.requests.form.FormReading;
import comity.requests.form.Need;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a preservation document: field by field, as a whole, and against what the requested State has published.
/// Both sides read with it; what a peer sends is read again here.
public final class PreservationForm {
    private final Form form;
    private final Documents documents;
    private final Directory directory;
    private final Law law;
    private final Cooperation measure;
    private final Clock clock;
    private final boolean drill;

    /// @param measure what the law says of preservation
    /// @param drill whether addresses and accounts reserved for examples may be named: true in a demonstration
    public PreservationForm(Directory directory, Law law, Cooperation measure, Clock clock, boolean drill) {
        this.form = Form.preservation(measure);
        this.documents = new Documents(form);
        this.directory = directory;
        this.law = law;
        this.measure = measure;
        this.clock = clock;
        this.drill = drill;
    }

    public Form form() {
        return form;
    }

    public Documents documents() {
        return documents;
    }

    /// @param requesting who asks
    /// @param requested who is asked; empty while nobody is named
    public Reading read(StateCode requesting, Optional<StateCode> requested, Map<String, String> raw) {
        Answers answers = new Answers(raw);
        Circumstances circumstances = new Circumstances(clock.instant(), drill, Optional.empty());
        Optional<Entry> entry = requested.flatMap(directory::find);
        List<Complaint> complaints = new ArrayList<>(form.check(answers, circumstances));
        complaints.addAll(new WholeChecks(answers, circumstances, law, measure, requesting, entry).complaints());
        FormReading reading = form.reading(answers, complaints, needs(entry));
        return new Reading(
                reading.isBlocked()
                        ? Optional.empty()
                        : Optional.of(new ContentReader(answers, circumstances).content()),
                reading);
    }

    private static List<Need> needs(Optional<Entry> entry) {
        return entry.map(found -> found.preservation().needs()).orElse(List.of()).stream()
                .map(need -> new Need(need.pointer(), need.level() == PublishedNeed.Level.REQUIRED, need.reason()))
                .toList();
    }
}
