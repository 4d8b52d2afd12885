package comity.requests.preservation;

import comity.kernel.Complaint;
import comity.requests.Completeness;
import comity.requests.form.FormReading;
import comity.requests.form.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the form makes of a document: its content when nothing blocks it, and everything there is to complain of.
public record Reading(Optional<PreservationContent> content, FormReading form) {
    public boolean isSendable() {
        return content.isPresent();
    }

    /// All complaints at once, in the order of the form.
    public List<Complaint> complaints() {
        return form.complaints();
    }

    /// Measured against the requested State's published needs.
    public Completeness completeness() {
        return form.forState();
    }

    /// Measured against what the Convention asks of every request.
    public Completeness completenessForAny() {
        return form.forAny();
    }

    /// How far each task is, by number.
    public Map<Integer, Task.Status> tasks() {
        return form.tasks();
    }
}
