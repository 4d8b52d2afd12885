package comity.requests.form;

import comity.kernel.Complaint;
import comity.law.RequiredContent;
import comity.law.eligibility.Cooperation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The questions of one kind of request, in order. Wizard pages, printed layouts, request files and the API's document
/// all follow it, so that a fact is typed once.
public final class Form {
    private static final JsonMapper JSON = JsonMapper.shared();
    private final List<Task> tasks;
    private final Map<String, Field> byPattern = new LinkedHashMap<>();

    private Form(List<Task> tasks) {
        this.tasks = List.copyOf(tasks);
        tasks.forEach(task -> task.fields().forEach(field -> byPattern.put(field.pointer(), field)));
    }

    /// The form of preservation requests (art. 42(3)).
    ///
    /// @param measure what the law says of preservation: which contents are required, and where that stands
    public static Form preservation(Cooperation measure) {
        return load("preservation-form.json", measure);
    }

    /// The form of requests for data to avert an emergency (arts 41(3)(e), 2(o)).
    ///
    /// @param measure what the law says of emergency data
    public static Form emergency(Cooperation measure) {
        return load("emergency-form.json", measure);
    }

    private static Form load(String name, Cooperation measure) {
        try (InputStream file = Form.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is missing from this build");
            }
            return of(JSON.readTree(file), measure);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Form of(JsonNode document, Cooperation measure) {
        List<Task> tasks = new ArrayList<>();
        for (JsonNode task : document.path("tasks")) {
            int number = task.path("number").asInt();
            List<Field> fields = new ArrayList<>();
            task.path("fields").forEach(field -> fields.add(field(number, field, measure)));
            tasks.add(new Task(number, task.path("code").asString(), fields));
        }
        Form form = new Form(tasks);
        form.refuseUngivable(document, measure);
        return form;
    }

    /// What the law requires a request to say, some field must ask.
    private void refuseUngivable(JsonNode document, Cooperation measure) {
        List<String> given = document.findValuesAsString("gives");
        for (RequiredContent content : measure.contents()) {
            if (content.obligation() == RequiredContent.Obligation.REQUIRED && !given.contains(content.code())) {
                throw new IllegalStateException("No field of the form gives " + content.code());
            }
        }
    }

    /// A field that `gives` a content of the request is needed when the law requires that content; one that `details`
    /// it is not. Both have their article from the law.
    private static Field field(int task, JsonNode field, Cooperation measure) {
        Optional<RequiredContent> gives = content(field, "gives", measure);
        Optional<RequiredContent> content = gives.or(() -> content(field, "details", measure));
        return new Field(
                field.path("pointer").asString(),
                task,
                Kind.ofCode(field.path("kind").asString()),
                strings(field.path("choices")),
                gives.map(given -> given.obligation() == RequiredContent.Obligation.REQUIRED)
                        .orElseGet(() -> field.path("needed").asBoolean(false)),
                content.map(Form::source).orElseGet(() -> law(field.path("law"))),
                field.path("tcy").asInt(0),
                condition(field.path("when")),
                field.path("longest").asInt(500),
                field.path("prefilled").asBoolean(false));
    }

    private static Optional<RequiredContent> content(JsonNode field, String how, Cooperation measure) {
        return field.path(how).asStringOpt().map(measure::content);
    }

    private static List<Field.LegalSource> source(RequiredContent content) {
        return List.of(new Field.LegalSource(
                content.provision(), content.source().mark().code()));
    }

    private static List<Field.LegalSource> law(JsonNode sources) {
        List<Field.LegalSource> law = new ArrayList<>();
        sources.forEach(source -> law.add(new Field.LegalSource(
                source.path("article").asString(), source.path("mark").asString())));
        return law;
    }

    private static Optional<Field.Condition> condition(JsonNode when) {
        return when.isMissingNode()
                ? Optional.empty()
                : Optional.of(new Field.Condition(when.path("pointer").asString(), strings(when.path("in"))));
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(text -> strings.add(text.asString()));
        return strings;
    }

    public List<Task> tasks() {
        return tasks;
    }

    /// What is wrong with some answers, field by field, and which fields the form does not know. What only shows
    /// when several fields are seen together is for the kind of request to add.
    public List<Complaint> check(Answers answers, Circumstances circumstances) {
        return new FieldChecks(this, answers, circumstances).complaints();
    }

    /// The whole verdict, with complaints in the order of the form.
    public FormReading reading(Answers answers, List<Complaint> complaints, List<Need> needs) {
        return new Measuring(this, answers, complaints, needs).reading();
    }

    /// Every field, in the order of the form.
    public Stream<Field> fields() {
        return byPattern.values().stream();
    }

    /// The field that a pointer belongs to: `/items/3/port` and `/items/*/port` find the same one, and the three
    /// raw parts of a time find the time.
    public Optional<Field> field(String pointer) {
        String pattern = pointer.replaceAll("/\\d+(?=/|$)", "/*");
        return Optional.ofNullable(byPattern.get(pattern)).or(() -> timeOf(pattern));
    }

    /// Whether a pointer names a field and not a part of a time.
    boolean isWholeField(String pointer) {
        return byPattern.containsKey(pointer.replaceAll("/\\d+(?=/|$)", "/*"));
    }

    private Optional<Field> timeOf(String pattern) {
        int lastPart = pattern.lastIndexOf('/');
        if (lastPart <= 0 || !TimeAnswer.PARTS.contains(pattern.substring(lastPart + 1))) {
            return Optional.empty();
        }
        return Optional.ofNullable(byPattern.get(pattern.substring(0, lastPart)))
                .filter(field -> field.kind() == Kind.TIME);
    }

    /// The concrete places of a field in some answers: one, or one for each entry of its group. A group without
    /// entries counts as one empty entry, so that what it needs is asked for.
    public Stream<String> places(Field field, Answers answers) {
        if (!field.isRepeated()) {
            return Stream.of(field.pointer());
        }
        List<Integer> entries =
                answers.entries(field.pointer().substring(1, field.pointer().indexOf("/*/")));
        IntStream numbers =
                entries.isEmpty() ? IntStream.of(0) : entries.stream().mapToInt(Integer::intValue);
        return numbers.mapToObj(field::pointerAt);
    }

    /// Whether a field has a meaning at a place, given what was answered beside it.
    public boolean applies(Field field, String place, Answers answers) {
        return field.when()
                .map(condition -> condition.in().contains(answers.text(besides(condition.pointer(), place))))
                .orElse(true);
    }

    private static String besides(String pattern, String place) {
        if (!pattern.contains("/*/")) {
            return pattern;
        }
        String entry = place.replaceFirst("^(/[^/]+/\\d+/).*", "$1");
        return entry + pattern.substring(pattern.indexOf("/*/") + 3);
    }
}
