package comity.web.rest;

import comity.api.Objection;
import comity.api.request.Completeness;
import comity.kernel.Complaint;
import comity.kernel.Language;
import comity.requests.form.Field;
import comity.web.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Codes in words. A code of a newer version has no words yet and is shown as it is.
public final class Speech {
    private final Messages messages;

    public Speech(Messages messages) {
        this.messages = messages;
    }

    /// The text of a key, if it has one.
    Optional<String> find(Language language, String key, Map<String, String> details) {
        return messages.has(key) ? Optional.of(messages.text(language, key, pairs(details))) : Optional.empty();
    }

    /// The text of a key; the given word where there is none.
    String say(Language language, String key, String otherwise, Map<String, String> details) {
        return find(language, key, details).orElse(otherwise);
    }

    String say(Language language, String key, String otherwise) {
        return say(language, key, otherwise, Map.of());
    }

    List<Objection> objections(Language language, List<Complaint> complaints) {
        return complaints.stream()
                .map(complaint -> objection(language, complaint))
                .toList();
    }

    private Objection objection(Language language, Complaint complaint) {
        Map<String, String> details = complaint.details();
        String text = find(language, "api.complaint." + complaint.code(), details)
                .or(() -> find(language, "complaint." + complaint.code(), details))
                .orElse(complaint.code());
        return new Objection(
                complaint.pointer(),
                complaint.code(),
                complaint.weight().name().toLowerCase(Locale.ROOT),
                text,
                details.get("suggestion"));
    }

    Completeness completeness(Language language, comity.requests.Completeness measured, @Nullable String state) {
        return new Completeness(
                state,
                measured.given(),
                measured.needed(),
                measured.percent(),
                measured.gaps().stream().map(gap -> gap(language, gap)).toList());
    }

    private Objection gap(Language language, comity.requests.Completeness.Gap gap) {
        String weight = gap.need() == comity.requests.Completeness.Need.STATE_MAY_ASK ? "advises" : "warns";
        String own = gap.reasons().getOrDefault(language.tag(), gap.reasons().getOrDefault("en", ""));
        String text = own.isEmpty()
                ? say(language, "draft.gap.article", gap.article(), Map.of("article", gap.article()))
                : own;
        return new Objection(gap.pointer(), "needed", weight, text, null);
    }

    /// What a field is called. Its key is its pointer without slashes and stars.
    String field(Language language, Field field) {
        return find(language, fieldKey(field), Map.of()).orElse(field.pointer());
    }

    Optional<String> hint(Language language, Field field) {
        return find(language, fieldKey(field) + ".hint", Map.of());
    }

    private static String fieldKey(Field field) {
        return "form." + field.pointer().substring(1).replace("/*", "").replace('/', '.');
    }

    private static Object[] pairs(Map<String, String> details) {
        List<Object> pairs = new ArrayList<>();
        details.forEach((name, value) -> {
            pairs.add(name);
            pairs.add(value);
        });
        return pairs.toArray();
    }
}
