package comity.requests.form;

import comity.kernel.Complaint;
import comity.requests.Completeness;
import java.util.List;
import java.util.Map;

/// Everything there is to say about a filled form, at once.
///
/// @param complaints in the order of the form
/// @param forState measured against the requested State's published needs
/// @param forAny measured against what the Convention asks of every request
/// @param tasks by task number
public record FormReading(
        List<Complaint> complaints, Completeness forState, Completeness forAny, Map<Integer, Task.Status> tasks) {
    public FormReading {
        complaints = List.copyOf(complaints);
        tasks = Map.copyOf(tasks);
    }

    public boolean isBlocked() {
        return Complaint.anyBlocks(complaints);
    }
}
