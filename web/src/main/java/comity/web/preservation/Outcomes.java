package comity.web.preservation;

import comity.kernel.Complaint;
import comity.requests.Outcome;
import comity.web.Page;
import comity.web.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/// What becomes of an outcome on a page.
public final class Outcomes {
    private Outcomes() {}

    static <T, R> Outcome<R> map(Outcome<T> outcome, Function<T, R> change) {
        return switch (outcome) {
            case Outcome.Done<T>(T now) -> new Outcome.Done<>(change.apply(now));
            case Outcome.NotAllowed<T>(String ground, List<Complaint> complaints) ->
                new Outcome.NotAllowed<>(ground, complaints);
            case Outcome.NotFound<T> _ -> new Outcome.NotFound<>();
            case Outcome.Stale<T>(long version) -> new Outcome.Stale<>(version);
            case Outcome.WrongState<T>(String state) -> new Outcome.WrongState<>(state);
        };
    }

    /// What was asked for; a problem page for everything else.
    public static <T> T orProblem(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T now) -> now;
            case Outcome.NotAllowed<T> _ -> throw new ResponseStatusException(HttpStatus.FORBIDDEN);
            case Outcome.NotFound<T> _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Outcome.Stale<T> _, Outcome.WrongState<T> _ -> throw new ResponseStatusException(HttpStatus.CONFLICT);
        };
    }

    /// What a person can put right; empty when the act was done. A case that is not theirs is a problem page.
    public static List<Trouble> troubles(Page page, FieldNames names, Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> _ -> List.of();
            case Outcome.NotFound<?> _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Outcome.Stale<?> _ -> List.of(new Trouble("", page.t("act.stale")));
            case Outcome.WrongState<?>(String state) ->
                List.of(new Trouble("", page.t("act.wrong-state", "state", stateName(page, state))));
            case Outcome.NotAllowed<?>(String ground, List<Complaint> complaints) -> {
                if (ground.equals("role") || ground.equals("role-not-competent") || ground.equals("not-your-case")) {
                    throw new ResponseStatusException(HttpStatus.FORBIDDEN);
                }
                yield complaints.isEmpty()
                        ? List.of(new Trouble("", groundText(page, ground)))
                        : troubles(page, names, complaints);
            }
        };
    }

    /// Complaints in words, each at its field. A time's complaint stands at its first part.
    public static List<Trouble> troubles(Page page, FieldNames names, List<Complaint> complaints) {
        List<Trouble> troubles = new ArrayList<>();
        for (Complaint complaint : complaints) {
            troubles.add(new Trouble(complaint.pointer(), text(page, names, complaint)));
        }
        return troubles;
    }

    /// One complaint: the field's name, and what is wrong with it.
    static String text(Page page, FieldNames names, Complaint complaint) {
        String text = bare(page, complaint);
        return complaint.pointer().isEmpty()
                ? text
                : page.t("form.complaint", "field", names.name(page, complaint.pointer()), "text", text);
    }

    /// What is wrong, without the field's name. A rule of a newer version is shown by its code.
    public static String bare(Page page, Complaint complaint) {
        List<Object> arguments = new ArrayList<>();
        complaint.details().forEach((name, value) -> {
            arguments.add(name);
            arguments.add(value);
        });
        String key = "complaint." + complaint.code();
        return page.has(key) ? page.t(key, arguments.toArray()) : complaint.code();
    }

    private static String groundText(Page page, String ground) {
        return page.has("not-allowed." + ground)
                ? page.t("not-allowed." + ground)
                : page.t("not-allowed.other", "code", ground);
    }

    static String stateName(Page page, String state) {
        return page.has("state." + state) ? page.t("state." + state) : state;
    }
}
