package comity.web.preservation;

import comity.kernel.Complaint;
import comity.kernel.Language;
import comity.kernel.WrittenTime;
import comity.requests.form.Answers;
import comity.requests.form.Field;
import comity.requests.form.Kind;
import comity.requests.identifiers.TimeReading;
import comity.web.Option;
import comity.web.Page;
import comity.web.Times;
import comity.web.cases.States;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Makes the questions of a page out of the fields of a form.
public final class QuestionReader {
    private final Facts facts;
    private final States states;

    public QuestionReader(Facts facts, States states) {
        this.facts = facts;
        this.states = states;
    }

    /// One question at its place, with the answer as it was typed, and what is worth saying beside it.
    ///
    /// @param raw everything typed so far, by JSON pointer
    public DraftView.Question question(
            Page page, FormLayout.Place place, Map<String, String> raw, List<Complaint> complaints) {
        Answers answers = new Answers(raw);
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
                raw.getOrDefault(time ? pointer + "/text" : pointer, ""),
                time ? raw.getOrDefault(pointer + "/zone", page.zone().getId()) : "",
                time ? raw.getOrDefault(pointer + "/fold", "") : "",
                time ? means(answers, pointer) : "",
                options(page, field),
                advice(page, complaints, pointer));
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
    private static List<String> advice(Page page, List<Complaint> complaints, String pointer) {
        return complaints.stream()
                .filter(complaint -> complaint.weight() != Complaint.Weight.BLOCKS)
                .filter(complaint -> at(complaint.pointer(), pointer))
                .map(complaint -> Outcomes.bare(page, complaint))
                .toList();
    }

    /// Whether a complaint is about a field or a part of it.
    public static boolean at(String complaint, String field) {
        return complaint.equals(field) || complaint.startsWith(field + "/");
    }
}
