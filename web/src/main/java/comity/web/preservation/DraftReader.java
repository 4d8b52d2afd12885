package comity.web.preservation;

import comity.kernel.Complaint;
import comity.kernel.Language;
import comity.requests.Completeness;
import comity.requests.form.Form;
import comity.requests.form.Task;
import comity.requests.preservation.Draft;
import comity.requests.preservation.Reading;
import comity.web.Page;
import comity.web.Trouble;
import comity.web.cases.States;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Makes the wizard's pages out of a draft and what the form says of it.
public final class DraftReader {
    private final Form form;
    private final FormLayout layout;
    private final FieldNames names;
    private final States states;
    private final QuestionReader asked;

    public DraftReader(Form form, FormLayout layout, FieldNames names, Facts facts, States states) {
        this.form = form;
        this.layout = layout;
        this.names = names;
        this.states = states;
        this.asked = new QuestionReader(facts, states);
    }

    /// The draft's home: tasks, completeness, gaps.
    DraftView view(Page page, Draft draft, Reading reading) {
        Completeness completeness = reading.completeness();
        return new DraftView(
                draft,
                states.name(draft.requested(), page.language()),
                completeness.needed(),
                completeness.given(),
                completeness.percent(),
                reading.completenessForAny().percent(),
                completeness.gaps().stream().map(gap -> gap(page, draft, gap)).toList(),
                form.tasks().stream()
                        .map(task -> line(page, draft, task, reading.tasks()))
                        .toList(),
                reading.isSendable(),
                blocking(page, draft, reading));
    }

    private DraftView.Gap gap(Page page, Draft draft, Completeness.Gap gap) {
        String reason = gap.reasons()
                .getOrDefault(
                        page.language().tag(),
                        gap.reasons()
                                .getOrDefault(
                                        Language.ENGLISH.tag(),
                                        gap.article().isEmpty()
                                                ? ""
                                                : page.t("draft.gap.article", "article", gap.article())));
        return new DraftView.Gap(
                names.name(page, gap.pointer()),
                address(draft, gap.pointer()),
                gap.need().name(),
                reason);
    }

    private DraftView.TaskLine line(Page page, Draft draft, Task task, Map<Integer, Task.Status> statuses) {
        Task.Status status = statuses.getOrDefault(task.number(), Task.Status.NOT_STARTED);
        return new DraftView.TaskLine(
                task.number(),
                page.t("form.task." + task.code()),
                status.code(),
                "/drafts/" + draft.id() + "/" + layout.first(task.number()));
    }

    /// What stops sending, each with the way to the page where it is put right.
    private List<Trouble> blocking(Page page, Draft draft, Reading reading) {
        return reading.complaints().stream()
                .filter(complaint -> complaint.weight() == Complaint.Weight.BLOCKS)
                .map(complaint ->
                        new Trouble(address(draft, complaint.pointer()), Outcomes.text(page, names, complaint)))
                .toList();
    }

    /// Where a field is asked; the address ends at the field itself.
    String address(Draft draft, String pointer) {
        return "/drafts/" + draft.id() + "/" + layout.pageOf(pointer) + "#" + pointer;
    }

    /// One page of questions, with the answers as they were typed.
    DraftView.Sheet sheet(
            Page page, Draft draft, String name, List<FormLayout.Place> places, Reading reading, boolean changed) {
        List<DraftView.Question> questions = new ArrayList<>();
        for (FormLayout.Place place : places) {
            questions.add(asked.question(page, place, draft.raw(), reading.complaints()));
        }
        String plain = name.replaceAll("/\\d+", "");
        String text = page.has("form.page." + plain + ".text") ? page.t("form.page." + plain + ".text") : "";
        return new DraftView.Sheet(name, page.t("form.page." + plain), text, questions, back(draft, name), changed);
    }

    private static String back(Draft draft, String name) {
        return "/drafts/" + draft.id() + (name.startsWith("items/") ? "/items" : "");
    }

    /// What is wrong on one page and was filled in. An empty field is no mistake before sending.
    List<Trouble> wrongOn(Page page, List<FormLayout.Place> places, Draft draft, Reading reading) {
        List<Complaint> wrong = reading.complaints().stream()
                .filter(complaint -> complaint.weight() == Complaint.Weight.BLOCKS)
                .filter(complaint -> places.stream()
                        .anyMatch(place -> QuestionReader.at(complaint.pointer(), place.pointer())
                                && isFilled(draft, place.pointer())))
                .toList();
        return Outcomes.troubles(page, names, wrong);
    }

    private static boolean isFilled(Draft draft, String pointer) {
        return !draft.raw().getOrDefault(pointer, "").isBlank()
                || !draft.raw().getOrDefault(pointer + "/text", "").isBlank();
    }
}
