package comity.web.rest;

import comity.api.Words;
import comity.kernel.Complaint;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads the body of a call into the record that the operation asks for, and names everything that is wrong with
/// it at once: missing and unknown fields, wrong kinds, words that do not exist. A mapper would stop at the
/// first.
///
/// What a field must be is read from the record: a component marked `@Nullable` may be missing, one marked
/// [Words] has those words only.
final class BodyReader {
    private final List<Complaint> complaints = new ArrayList<>();

    private BodyReader() {}

    /// @throws ApiProblem when it is not JSON (400), or something in it is wrong (422)
    static <R extends Record> R read(byte[] body, Class<R> type) {
        BodyReader reader = new BodyReader();
        R record = reader.record(object(body), type);
        if (record == null) {
            throw ApiProblem.wrong("body-wrong", reader.complaints);
        }
        return record;
    }

    private static JsonNode object(byte[] body) {
        try {
            JsonNode node = ApiJson.read(body.length == 0 ? new byte[] {'{', '}'} : body);
            if (!node.isObject()) {
                throw ApiProblem.of(400, "body-not-an-object");
            }
            return node;
        } catch (JacksonException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            throw ApiProblem.of(400, "body-not-json", Map.of("line", Integer.toString(line)));
        }
    }

    private <R extends Record> @Nullable R record(JsonNode object, Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        List<String> known =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        object.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> complain(pointer(name), "unknown-field", Map.of("known", String.join(", ", known))));
        @Nullable Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            values[i] = value(components[i], object.path(components[i].getName()));
        }
        return complaints.isEmpty() ? create(type, components, values) : null;
    }

    private @Nullable Object value(RecordComponent component, JsonNode given) {
        String pointer = pointer(component.getName());
        boolean nothing = given.isMissingNode()
                || given.isNull()
                || given.isString() && given.stringValue().isBlank();
        if (nothing) {
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                complain(pointer, "missing", Map.of());
            }
            return null;
        }
        Class<?> type = component.getType();
        if (type == String.class) {
            return word(pointer, given, Optional.ofNullable(component.getAnnotation(Words.class)));
        }
        if (type == int.class || type == Integer.class) {
            return number(pointer, given);
        }
        if (type == Instant.class) {
            return moment(pointer, given);
        }
        if (type == LocalDate.class) {
            return day(pointer, given);
        }
        if (type == List.class) {
            return texts(pointer, given, Optional.ofNullable(component.getAnnotation(Words.class)));
        }
        if (type == Map.class) {
            return fields(pointer, given);
        }
        throw new IllegalStateException("A body has no field of type " + type);
    }

    private @Nullable String word(String pointer, JsonNode given, Optional<Words> words) {
        if (!given.isString()) {
            complain(pointer, "not-a-text", Map.of());
            return null;
        }
        String text = given.stringValue();
        if (words.isPresent() && !List.of(words.get().value()).contains(text)) {
            complain(
                    pointer,
                    "not-one-of",
                    Map.of("words", String.join(", ", words.get().value())));
            return null;
        }
        return text;
    }

    private @Nullable Integer number(String pointer, JsonNode given) {
        if (!given.isInt()) {
            complain(pointer, "not-a-number", Map.of());
            return null;
        }
        return given.intValue();
    }

    private @Nullable Instant moment(String pointer, JsonNode given) {
        try {
            return OffsetDateTime.parse(given.asString("")).toInstant();
        } catch (DateTimeParseException e) {
            complain(pointer, "not-a-moment", Map.of());
            return null;
        }
    }

    private @Nullable LocalDate day(String pointer, JsonNode given) {
        String text = given.asString("");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            complain(pointer, "not-a-date", Map.of("value", text));
            return null;
        }
    }

    private @Nullable List<String> texts(String pointer, JsonNode given, Optional<Words> words) {
        if (!given.isArray() || given.isEmpty()) {
            complain(pointer, "not-a-list", Map.of());
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String text = word(pointer + "/" + i, given.get(i), words);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    private @Nullable Map<String, Object> fields(String pointer, JsonNode given) {
        if (!given.isObject()) {
            complain(pointer, "not-an-object", Map.of());
            return null;
        }
        return ApiJson.object(given);
    }

    private void complain(String pointer, String code, Map<String, String> details) {
        complaints.add(Complaint.blocks(pointer, code).with(details));
    }

    private static String pointer(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    private static <R extends Record> R create(Class<R> type, RecordComponent[] components, @Nullable Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException | IllegalAccessException | InstantiationException e) {
            throw new IllegalStateException("The record " + type + " refuses what was checked", e);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("Every record has its constructor", e);
        }
    }
}
