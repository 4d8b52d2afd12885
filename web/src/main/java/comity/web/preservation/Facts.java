package comity.web.preservation;

import comity.kernel.Language;
import comity.kernel.StateCode;
import comity.law.Law;
import comity.requests.form.Answers;
import comity.requests.form.Field;
import comity.requests.form.Form;
import comity.requests.form.Kind;
import comity.requests.form.Task;
import comity.web.Page;
import comity.web.cases.States;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A document read out: every answered question of the form with its answer, section by section.
public final class Facts {
    private final Form form;
    private final States states;
    private final Law law;

    public Facts(Form form, States states, Law law) {
        this.form = form;
        this.states = states;
        this.law = law;
    }

    /// One section: a task of the form, or one item of its list.
    ///
    /// @param address the wizard's page where it is asked
    public record Section(String title, String address, List<Fact> facts) {}

    /// One answered question.
    ///
    /// @param exact whether it is an identifier, which keeps its own direction in every language
    public record Fact(String pointer, String label, String value, boolean exact) {}

    /// All sections that have an answer.
    public List<Section> sections(Page page, Answers answers) {
        List<Section> sections = new ArrayList<>();
        for (Task task : form.tasks()) {
            List<Fact> once = new ArrayList<>();
            task.fields().stream()
                    .filter(field -> !field.isRepeated())
                    .forEach(field -> add(once, page, field, field.pointer(), answers));
            if (task.fields().stream().anyMatch(Field::isRepeated)) {
                items(sections, page, task, answers);
            }
            if (!once.isEmpty()) {
                sections.add(new Section(
                        page.t("form.task." + task.code()),
                        FormLayout.pageOfName(task.fields().getFirst().pointer()),
                        once));
            }
        }
        return sections;
    }

    private void items(List<Section> sections, Page page, Task task, Answers answers) {
        int shown = 1;
        for (int entry : answers.entries("items")) {
            List<Fact> facts = new ArrayList<>();
            task.fields().stream()
                    .filter(Field::isRepeated)
                    .forEach(field -> add(facts, page, field, field.pointerAt(entry), answers));
            sections.add(new Section(page.t("form.item", "number", shown++), "items/" + entry, facts));
        }
    }

    private void add(List<Fact> facts, Page page, Field field, String place, Answers answers) {
        fact(page, field, place, answers).ifPresent(facts::add);
    }

    /// One question with its answer; empty when it has none.
    Optional<Fact> fact(Page page, Field field, String place, Answers answers) {
        String value = value(page, field, place, answers);
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fact(place, page.t("form." + key(field)), value, isExact(field.kind())));
    }

    /// The answer at a place in the reader's language; texts stay as they were written.
    String value(Page page, Field field, String place, Answers answers) {
        return switch (field.kind()) {
            case CHOICE, YES_NO -> choice(page, field, answers.text(place));
            case CHOICES ->
                page.all(answers.words(place).stream()
                        .map(word -> choice(page, field, word))
                        .toList());
            case TIME ->
                Stream.of(answers.text(place + "/text"), answers.text(place + "/zone"), fold(page, answers, place))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" "));
            case STATE -> state(page, answers.text(place));
            case LANGUAGE ->
                Language.ofTag(answers.text(place))
                        .map(language -> page.t("language." + language.tag()))
                        .orElse(answers.text(place));
            case TEXT, LONG_TEXT, DATE, NUMBER, DAYS, ZONE, PHONE, E_MAIL, IDENTIFIER -> answers.text(place);
        };
    }

    private static String fold(Page page, Answers answers, String place) {
        String fold = answers.text(place + "/fold");
        return fold.equals("first") || fold.equals("second") ? page.t("form.fold." + fold) : "";
    }

    private String state(Page page, String code) {
        return code.matches("[A-Z]{2}") ? code + " – " + states.name(new StateCode(code), page.language()) : code;
    }

    /// A choice in words; a word that this version does not know is shown as it is. What the law's files say in
    /// numbers is theirs to say.
    String choice(Page page, Field field, String word) {
        if (word.isEmpty()) {
            return "";
        }
        String key = field.kind() == Kind.YES_NO ? "shell." + word : "form." + key(field) + "." + word;
        return page.has(key)
                ? page.t(key, "years", law.offences().seriousCrimeMaximumYears().value())
                : word;
    }

    /// The middle of a field's message key: `/items/*/port` is `items.port`.
    static String key(Field field) {
        return field.pointer().substring(1).replace("/*", "").replace('/', '.');
    }

    private static boolean isExact(Kind kind) {
        return switch (kind) {
            case IDENTIFIER, PHONE, E_MAIL, TIME, DATE, NUMBER, DAYS, ZONE -> true;
            case TEXT, LONG_TEXT, CHOICE, CHOICES, YES_NO, STATE, LANGUAGE -> false;
        };
    }
}
