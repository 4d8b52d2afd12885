package comity.law;

import comity.kernel.Complaint;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One place in a law file, which knows its own name: every complaint says file and field.
///  Reading is strict. A field that is missing, of another kind, or that nobody asked for breaks the file; a
/// misspelt `consultFrist` must not quietly mean *no consultation*.
public final class LawField {
    private static final int LONGEST = 80;

    private final String file;
    private final String pointer;
    private final JsonNode node;
    private final Set<String> read = new HashSet<>();
    private final List<LawField> opened = new ArrayList<>();

    LawField(String file, String pointer, JsonNode node) {
        this.file = file;
        this.pointer = pointer;
        this.node = node;
    }

    public LawField at(String name) {
        return find(name).orElseThrow(() -> below(name, "is-missing", "is missing"));
    }

    /// A field that need not be there.
    public Optional<LawField> find(String name) {
        if (!node.isObject()) {
            throw wrongKind("OBJECT", "must be an object");
        }
        read.add(name);
        @Nullable JsonNode child = node.get(name);
        if (child == null) {
            return Optional.empty();
        }
        LawField field = new LawField(file, pointer + "/" + name, child);
        opened.add(field);
        return Optional.of(field);
    }

    public String text() {
        if (!node.isString() || node.stringValue().isBlank()) {
            throw wrongKind("TEXT", "must be a text that says something");
        }
        return node.stringValue();
    }

    public int number() {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() <= 0) {
            throw broken("not-a-number", node.toString(), "must be a whole number above zero");
        }
        return node.intValue();
    }

    public boolean yesOrNo() {
        if (!node.isBoolean()) {
            throw wrongKind("YES_NO", "must be true or false");
        }
        return node.booleanValue();
    }

    public Duration duration() {
        try {
            Duration duration = Duration.parse(text());
            if (!duration.isPositive()) {
                throw broken("must be longer than nothing");
            }
            return duration;
        } catch (DateTimeException e) {
            throw broken("must be a duration such as PT15M");
        }
    }

    public LocalDate date() {
        String text = text();
        return LawDays.read(text).orElseThrow(() -> broken("not-a-date", text, "must be a date such as 2026-11-22"));
    }

    public <E extends Enum<E>> E oneOf(Class<E> words) {
        String word = text();
        return Arrays.stream(words.getEnumConstants())
                .filter(constant -> constant.name().equals(word))
                .findFirst()
                .orElseThrow(() -> unknown(word, Arrays.toString(words.getEnumConstants())));
    }

    public <T> List<T> list(Function<LawField, T> each) {
        if (!node.isArray() || node.isEmpty()) {
            throw wrongKind("LIST", "must be a list with something in it");
        }
        return each(each);
    }

    /// A list that may be empty; one that is not there is empty too.
    public <T> List<T> listIfAny(String name, Function<LawField, T> each) {
        return find(name).map(field -> field.anyList(each)).orElseGet(List::of);
    }

    private <T> List<T> anyList(Function<LawField, T> each) {
        if (!node.isArray()) {
            throw wrongKind("LIST", "must be a list");
        }
        return each(each);
    }

    private <T> List<T> each(Function<LawField, T> each) {
        List<T> found = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            LawField element = new LawField(file, pointer + "/" + i, node.get(i));
            opened.add(element);
            found.add(each.apply(element));
        }
        return List.copyOf(found);
    }

    /// A list in which no two entries have the same key.
    public <T> Map<String, T> listBy(Function<T, String> key, Function<LawField, T> each) {
        Map<String, T> found = new LinkedHashMap<>();
        for (T element : list(each)) {
            if (found.put(key.apply(element), element) != null) {
                throw broken("names " + key.apply(element) + " twice");
            }
        }
        return found;
    }

    /// Texts by name, for example by language; at least one.
    public Map<String, String> texts() {
        if (!node.isObject() || node.isEmpty()) {
            throw wrongKind("OBJECT", "must be an object with at least one text");
        }
        Map<String, String> found = new LinkedHashMap<>();
        node.propertyNames().forEach(name -> found.put(name, at(name).text()));
        return Map.copyOf(found);
    }

    /// Texts by BCP 47 tag; a text alone is English.
    public Map<String, String> textByLanguage() {
        return node.isObject() ? texts() : Map.of("en", text());
    }

    /// A fact: `value` read as told, and the four fields of its provenance.
    public <T> Fact<T> fact(Function<LawField, T> value) {
        return factAround(value.apply(at("value")));
    }

    /// The provenance that stands in this object, put around a value.
    public <T> Fact<T> factAround(T value) {
        return new Fact<>(
                value,
                at("article").text(),
                mark(),
                at("asOf").date(),
                at("note").text());
    }

    private EvidenceMark mark() {
        LawField mark = at("mark");
        return EvidenceMark.ofCode(mark.text())
                .orElseThrow(() -> mark.broken("is not an evidence mark: " + mark.text()));
    }

    /// Refuses whatever nobody has asked for, here and below.
    void refuseUnread() {
        if (node.isObject()) {
            for (String name : node.propertyNames()) {
                if (!read.contains(name)) {
                    throw below(name, "field-unknown", "is not a field of this file");
                }
            }
        }
        opened.forEach(LawField::refuseUnread);
    }

    /// Breaks the file here, for a reason that only our own files can have.
    public BrokenLawFile broken(String problem) {
        return broken("not-possible", problem, problem);
    }

    /// Breaks the file here.
    ///
    /// @param code of the words that say so to whoever brought the file
    /// @param value what the words name
    /// @param problem the same in English, for the log
    public BrokenLawFile broken(String code, String value, String problem) {
        return broken(pointer, code, Map.of("value", shortened(value)), problem);
    }

    private BrokenLawFile wrongKind(String wanted, String problem) {
        return broken("wrong-kind", wanted, problem);
    }

    private BrokenLawFile unknown(String word, String expected) {
        return broken(
                pointer,
                "word-unknown",
                Map.of("value", shortened(word), "expected", expected),
                "must be one of " + expected + ", not " + word);
    }

    private BrokenLawFile below(String name, String code, String problem) {
        return broken(pointer + "/" + name, code, Map.of("value", shortened(name)), problem);
    }

    private BrokenLawFile broken(String place, String code, Map<String, String> details, String problem) {
        return new BrokenLawFile(file, Complaint.blocks(place, code).with(details), problem);
    }

    private static String shortened(String given) {
        return given.length() <= LONGEST ? given : given.substring(0, LONGEST) + "…";
    }
}
