package comity.law.guide;

import comity.law.BrokenLawFile;
import comity.law.Fact;
import comity.law.LawField;
import comity.law.LawFiles;
import comity.law.guide.Question.After;
import comity.law.guide.Question.Meaning;
import comity.law.offence.Elements;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The questions by topic. Pure: the replies are handed in each time, nothing is kept.
public final class Guide {
    static final String FILE = "guide.json";

    private final Elements elements;
    private final Fact<String> source;
    private final Map<String, List<String>> acts = new LinkedHashMap<>();
    private final Map<String, Question> questions;
    private final Map<String, List<Question>> topics = new LinkedHashMap<>();

    private Guide(LawField file, Elements elements) {
        this.elements = elements;
        source = file.at("source").fact(LawField::text);
        file.at("acts")
                .<Named<String>>listBy(Named::name, field -> named(field, "act", "offences", this::offence))
                .forEach((act, named) -> acts.put(act, named.holds()));
        questions = file.at("questions").listBy(Question::id, this::question);
        file.at("topics")
                .<Named<Question>>listBy(Named::name, field -> named(field, "topic", "questions", this::asked))
                .forEach((topic, named) -> topics.put(topic, named.holds()));
    }

    private record Named<T>(String name, List<T> holds) {}

    private static <T> Named<T> named(LawField field, String name, String holds, Function<LawField, T> each) {
        return new Named<>(field.at(name).text(), field.at(holds).list(each));
    }

    /// @throws BrokenLawFile when the file is not whole; the message names file and field
    public static Guide load(Elements elements) {
        return LawFiles.read(FILE, file -> from(file, elements));
    }

    static Guide from(LawField file, Elements elements) {
        return new Guide(file, elements);
    }

    private String offence(LawField field) {
        return elements.offence(field.text())
                .orElseThrow(() -> field.broken("is not an offence: " + field.text()))
                .id();
    }

    private Question question(LawField field) {
        Map<Reply, Meaning> meanings = new EnumMap<>(Reply.class);
        field.find("yes").ifPresent(yes -> meanings.put(Reply.YES, meaning(yes)));
        field.find("no").ifPresent(no -> meanings.put(Reply.NO, meaning(no)));
        field.find("notKnown").ifPresent(unknown -> meanings.put(Reply.NOT_KNOWN, meaning(unknown)));
        Optional<After> after = field.find("after")
                .map(one -> new After(one.at("question").text(), one.at("reply").oneOf(Reply.class)));
        return new Question(field.at("question").text(), after, meanings);
    }

    private Meaning meaning(LawField field) {
        return new Meaning(
                field.listIfAny("shows", this::fact),
                field.listIfAny("rulesOut", this::fact),
                field.listIfAny("cautions", LawField::text));
    }

    private String fact(LawField field) {
        String fact = field.text();
        if (fact.contains("/") && elements.element(fact).isEmpty()) {
            throw field.broken("is not an element: " + fact);
        }
        return fact;
    }

    private Question asked(LawField field) {
        return Optional.ofNullable(questions.get(field.text()))
                .orElseThrow(() -> field.broken("is not a question: " + field.text()));
    }

    /// How we come to ask this.
    public Fact<String> source() {
        return source;
    }

    /// What people report, for example `ransomware`; words stand under `topic.`
    public List<String> topics() {
        return List.copyOf(topics.keySet());
    }

    /// Acts, and the offences as which each may be seen; words stand under `act.`
    Map<String, List<String>> acts() {
        return acts;
    }

    public boolean knows(String topic) {
        return topics.containsKey(topic);
    }

    /// The questions of a topic that the replies so far leave to ask, in their order. A question that depends on an
    /// earlier reply is there only once that was given.
    ///
    /// @return empty for a topic that nobody knows, and when all is said
    public List<Question> open(String topic, Map<String, Reply> replies) {
        return questions(topic, replies).stream()
                .filter(question -> !replies.containsKey(question.id()))
                .toList();
    }

    /// The questions of a topic that are to be asked after these replies, also those that were answered.
    ///
    /// @return empty for a topic that nobody knows
    public List<Question> questions(String topic, Map<String, Reply> replies) {
        return topics.getOrDefault(topic, List.of()).stream()
                .filter(question -> isAsked(question, replies))
                .toList();
    }

    /// The next of them.
    public Optional<Question> next(String topic, Map<String, Reply> replies) {
        return open(topic, replies).stream().findFirst();
    }

    private static boolean isAsked(Question question, Map<String, Reply> replies) {
        return question.after()
                .map(after -> replies.get(after.question()) == after.reply())
                .orElse(true);
    }

    /// Where the replies lead. Replies to questions of other topics, and to questions that were not to be asked, say
    /// nothing.
    public Guidance guidance(String topic, Map<String, Reply> replies) {
        Said said = new Said(elements);
        for (Question question : topics.getOrDefault(topic, List.of())) {
            Optional.ofNullable(replies.get(question.id()))
                    .filter(_ -> isAsked(question, replies))
                    .ifPresent(reply -> said.take(question.meaning(reply)));
        }
        return said.guidance(acts);
    }
}
