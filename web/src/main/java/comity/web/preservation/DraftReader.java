package comity.web.preservation;

import comity.kernel.Complaint;
import comity.kernel.Language;
import comity.kernel.WrittenTime;
import comity.requests.Completeness;
import comity.requests.form.Answers;
import comity.requests.form.Field;
import comity.requests.form.Form;
import comity.requests.form.Kind;
import comity.requests.form.Task;
import comity.requests.identifiers.TimeReading;
import comity.requests.preservation.Draft;
import comity.requests.preservation.Reading;
import comity.web.Option;
import comity.web.Page;
import comity.web.Times;
import comity.web.Trouble;
import comity.web.cases.States;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Makes the wizard's pages out of a draft and what the form says of it.
public final class DraftReader {
    private final Form form;
    private final FormLayout layout;
    private final FieldNames names;
    private final Facts facts;
    private final States states;

    public DraftReader(Form form, FormLayout layout, FieldNames names, Facts facts, States states) {
        this.form = form;
        this.layout = layout;
        this.names = names;
        this.facts = facts;
        this.states = states;
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
        Answers answers = new Answers(draft.raw());
        List<DraftView.Question> questions = new ArrayList<>();
        for (FormLayout.Place place : places) {
            questions.add(question(page, draft, place, answers, reading));
        }
        String plain = name.replaceAll("/\\d+", "");
        String text = page.has("form.page." + plain + ".text") ? page.t("form.page." + plain + ".text") : "";
        return new DraftView.Sheet(name, page.t("form.page." + plain), text, questions, back(draft, name), changed);
    }

    private static String back(Draft draft, String name) {
        return "/drafts/" + draft.id() + (name.startsWith("items/") ? "/items" : "");
    }

    private DraftView.Question question(
            Page page, Draft draft, FormLayout.Place place, Answers answers, Reading reading) {
        Field field = place.field();
        String pointer = place.pointer();
        boolean time = field.kind() == Kind.TIME;
        String key = "form." + Facts.key(field);
        String hint = page.has(key + ".hint") ? page.t(key + ".hint") : "";
        return new DraftView.Question(
                pointer,
                field.kind().code(),
                label(page, field, key),
                hint,
                draft.raw().getOrDefault(time ? pointer + "/text" : pointer, ""),
                time ? draft.raw().getOrDefault(pointer + "/zone", page.zone().getId()) : "",
                time ? draft.raw().getOrDefault(pointer + "/fold", "") : "",
                time ? means(answers, pointer) : "",
                options(page, field),
                advice(page, reading, pointer));
    }

    private static String label(Page page, Field field, String key) {
        return field.needed() ? page.t(key) : page.t("form.optional", "field", page.t(key));
    }

    private static String means(Answers answers, String pointer) {
        if (!answers.has(pointer + "/text")) {
            return "";
        }
        return TimeReading.ofAny(
                        pointer,
                        answers.text(pointer + "/text"),
                        answers.text(pointer + "/zone"),
                        answers.text(pointer + "/fold"))
                .time()
                .map(WrittenTime::instant)
                .map(Times::exact)
                .orElse("");
    }

    private List<Option> options(Page page, Field field) {
        return switch (field.kind()) {
            case CHOICE, CHOICES ->
                field.choices().stream()
                        .map(word -> new Option(word, facts.choice(page, field, word), choiceHint(page, field, word)))
                        .toList();
            case YES_NO -> List.of(new Option("yes", page.t("shell.yes")), new Option("no", page.t("shell.no")));
            case STATE -> states.reachable(page.language());
            case LANGUAGE ->
                Arrays.stream(Language.values())
                        .map(language -> new Option(language.tag(), page.t("language." + language.tag())))
                        .toList();
            case TEXT, LONG_TEXT, TIME, DATE, NUMBER, DAYS, ZONE, PHONE, E_MAIL, IDENTIFIER -> List.of();
        };
    }

    private static String choiceHint(Page page, Field field, String word) {
        String key = "form." + Facts.key(field) + "." + word + ".hint";
        return page.has(key) ? page.t(key) : "";
    }

    /// Warnings and hints at a field: shown beside it from the start, because they save a day.
    private List<String> advice(Page page, Reading reading, String pointer) {
        return reading.complaints().stream()
                .filter(complaint -> complaint.weight() != Complaint.Weight.BLOCKS)
                .filter(complaint -> at(complaint.pointer(), pointer))
                .map(complaint -> Outcomes.bare(page, complaint))
                .toList();
    }

    private static boolean at(String complaint, String field) {
        return complaint.equals(field) || complaint.startsWith(field + "/");
    }

    /// What is wrong on one page and was filled in. An empty field is no mistake before sending.
    List<Trouble> wrongOn(Page page, List<FormLayout.Place> places, Draft draft, Reading reading) {
        List<Complaint> wrong = reading.complaints().stream()
                .filter(complaint -> complaint.weight() == Complaint.Weight.BLOCKS)
                .filter(complaint -> places.stream()
                        .anyMatch(
                                place -> at(complaint.pointer(), place.pointer()) && isFilled(draft, place.pointer())))
                .toList();
        return Outcomes.troubles(page, names, wrong);
    }

    private static boolean isFilled(Draft draft, String pointer) {
        return !draft.raw().getOrDefault(pointer, "").isBlank()
                || !draft.raw().getOrDefault(pointer + "/text", "").isBlank();
    }
}
