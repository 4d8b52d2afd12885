package comity.web.exhibit;

import comity.kernel.Complaint;
import comity.requests.Outcome;
import comity.web.Page;
import comity.web.Trouble;
import comity.web.preservation.Outcomes;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/// What a person reads when an exhibit's act is refused.
final class Refusals {
    private static final String FILES = "/files";

    private Refusals() {}

    /// What can be put right; empty when the act was done. An act that is not theirs is a problem page.
    ///
    /// @param labels what the fields of the page are called, by their pointers; a complaint about
    ///     anything else belongs to the whole page
    static List<Trouble> of(Page page, Map<String, String> labels, Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> List.of();
            case Outcome.NotFound<?> _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Outcome.Stale<?> _ -> List.of(new Trouble("", page.t("act.stale")));
            case Outcome.WrongState<?>(String state) -> List.of(new Trouble("", wrongState(page, state)));
            case Outcome.NotAllowed<?>(String ground, List<Complaint> complaints) -> {
                if (complaints.isEmpty()) {
                    throw new ResponseStatusException(HttpStatus.FORBIDDEN, ground);
                }
                yield complaints.stream()
                        .map(complaint -> trouble(page, labels, complaint))
                        .toList();
            }
        };
    }

    /// A complaint beside its field, in words.
    static Trouble trouble(Page page, Map<String, String> labels, Complaint complaint) {
        String text = complaint.pointer().equals(FILES) && complaint.code().equals("missing")
                ? page.t("exhibit.files.none")
                : Outcomes.bare(page, complaint);
        String label = labels.get(complaint.pointer());
        return label == null
                ? new Trouble("", text)
                : new Trouble(complaint.pointer(), page.t("form.complaint", "field", label, "text", text));
    }

    /// An act came too late, or too early.
    static String wrongState(Page page, String state) {
        return page.t("exhibit.wrong-state", "state", stateName(page, state));
    }

    static String stateName(Page page, String state) {
        return page.has("exhibit.state." + state) ? page.t("exhibit.state." + state) : state;
    }
}
