package comity.requests.form;

import comity.kernel.Complaint;
import comity.requests.Completeness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Measures some answers: what is needed and given, what is missing and who needs it, how far each task is.
final class Measuring {
    private final Form form;
    private final Answers answers;
    private final List<Complaint> complaints;
    private final Map<String, Need> needs = new LinkedHashMap<>();
    private final Set<String> blocked = new HashSet<>();
    private final Map<String, Integer> order = new HashMap<>();

    Measuring(Form form, Answers answers, List<Complaint> complaints, List<Need> needs) {
        this.form = form;
        this.answers = answers;
        this.complaints = complaints;
        needs.forEach(need -> this.needs.put(need.pattern(), need));
        form.fields().forEach(field -> order.put(field.pointer(), order.size()));
        complaints.stream()
                .filter(complaint -> complaint.weight() == Complaint.Weight.BLOCKS)
                .forEach(complaint -> blocked.add(placeOf(complaint.pointer())));
    }

    FormReading reading() {
        Completeness forState = measure(true);
        List<Complaint> all = new ArrayList<>(complaints);
        all.addAll(gapsAsComplaints(forState));
        all.sort(Comparator.comparingInt(this::position).thenComparing(Complaint::pointer));
        return new FormReading(all, forState, measure(false), statuses(forState));
    }

    private Completeness measure(boolean withState) {
        int needed = 0;
        int given = 0;
        List<Completeness.Gap> gaps = new ArrayList<>();
        for (Task task : form.tasks()) {
            for (Field field : task.fields()) {
                for (String place : form.places(field, answers).toList()) {
                    Need need = withState ? needs.get(field.pointer()) : null;
                    if (!form.applies(field, place, answers) || !field.needed() && need == null) {
                        continue;
                    }
                    boolean counts = field.needed() || need != null && need.required();
                    needed += counts ? 1 : 0;
                    if (isAnswered(field, place)) {
                        given += counts && !blocked.contains(place) ? 1 : 0;
                    } else {
                        gaps.add(gap(field, place, need));
                    }
                }
            }
        }
        return new Completeness(needed, given, gaps);
    }

    private static Completeness.Gap gap(Field field, String place, @org.jspecify.annotations.Nullable Need need) {
        Map<String, String> reasons = need == null ? Map.of() : need.reasons();
        if (field.needed()) {
            return new Completeness.Gap(place, Completeness.Need.CONVENTION, field.article(), reasons);
        }
        boolean required = need != null && need.required();
        return new Completeness.Gap(
                place, required ? Completeness.Need.STATE : Completeness.Need.STATE_MAY_ASK, field.article(), reasons);
    }

    /// What the Convention needs is complained of by the field checks; here come the State's own needs.
    private static List<Complaint> gapsAsComplaints(Completeness completeness) {
        return completeness.gaps().stream()
                .filter(gap -> gap.need() != Completeness.Need.CONVENTION)
                .map(gap -> gap.need() == Completeness.Need.STATE
                        ? Complaint.warns(gap.pointer(), "needed-by-state")
                        : Complaint.advises(gap.pointer(), "may-be-asked-by-state"))
                .toList();
    }

    private boolean isAnswered(Field field, String place) {
        return answers.has(field.kind() == Kind.TIME ? place + "/text" : place);
    }

    private Map<Integer, Task.Status> statuses(Completeness forState) {
        Map<Integer, Task.Status> statuses = new HashMap<>();
        form.tasks().forEach(task -> statuses.put(task.number(), status(task, forState)));
        return statuses;
    }

    private Task.Status status(Task task, Completeness forState) {
        boolean started = task.fields().stream()
                .filter(field -> !field.prefilled())
                .anyMatch(field -> form.places(field, answers).anyMatch(place -> isAnswered(field, place)));
        if (!started) {
            return Task.Status.NOT_STARTED;
        }
        Set<String> patterns = new HashSet<>();
        task.fields().forEach(field -> patterns.add(field.pointer()));
        if (lacks(forState, patterns, Completeness.Need.CONVENTION)) {
            return Task.Status.IN_PROGRESS;
        }
        boolean wrong = blocked.stream().anyMatch(place -> patterns.contains(pattern(place)));
        return wrong || lacks(forState, patterns, Completeness.Need.STATE)
                ? Task.Status.CANNOT_COMPLETE_YET
                : Task.Status.COMPLETED;
    }

    private static boolean lacks(Completeness forState, Set<String> patterns, Completeness.Need need) {
        return forState.gaps().stream()
                .anyMatch(gap -> gap.need() == need && patterns.contains(pattern(gap.pointer())));
    }

    private int position(Complaint complaint) {
        int entry = complaint.pointer().matches("/[^/]+/\\d+(/.*)?")
                ? Integer.parseInt(complaint.pointer().split("/")[2])
                : 0;
        int field = order.getOrDefault(pattern(placeOf(complaint.pointer())), order.size());
        return isOfGroup(complaint.pointer()) ? entry * 100 + groupStart() * 10_000 + field : field * 10_000;
    }

    private static boolean isOfGroup(String pointer) {
        return pointer.matches("/[^/]+/\\d+(/.*)?");
    }

    /// All complaints about one entry stand together, entry after entry.
    private int groupStart() {
        return form.fields()
                .filter(Field::isRepeated)
                .findFirst()
                .map(field -> order.getOrDefault(field.pointer(), 0))
                .orElse(0);
    }

    /// The field's own place: the text, zone and fold of a time belong to the time.
    private String placeOf(String pointer) {
        int last = pointer.lastIndexOf('/');
        boolean partOfTime = last > 0
                && TimeAnswer.PARTS.contains(pointer.substring(last + 1))
                && order.containsKey(pattern(pointer.substring(0, last)));
        return partOfTime ? pointer.substring(0, last) : pointer;
    }

    private static String pattern(String place) {
        return place.replaceAll("/\\d+(?=/|$)", "/*");
    }
}
