package comity.api.contract;

import comity.api.Words;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Makes a JSON schema of each record that a call or an answer carries.
final class Schemas {
    /// What a request to preserve data says.
    static final String PRESERVATION = "PreservationDocument";

    /// What a request for data to avert an emergency says.
    static final String EMERGENCY = "EmergencyDocument";

    private final Comments comments;
    private final Map<String, Map<String, Object>> made = new TreeMap<>();

    Schemas(Comments comments) {
        this.comments = comments;
    }

    /// The schema of a body: nothing unknown is let in, and words are exactly those named.
    Map<String, Object> body(Class<? extends Record> record) {
        return reference(record, true);
    }

    /// The schema of an answer: a newer node may add names and words.
    Map<String, Object> answer(Class<? extends Record> record) {
        return reference(record, false);
    }

    void add(String name, Map<String, Object> schema) {
        made.put(name, schema);
    }

    Map<String, Map<String, Object>> all() {
        return made;
    }

    private Map<String, Object> reference(Class<?> record, boolean strict) {
        String name = name(record);
        if (!made.containsKey(name)) {
            Map<String, Object> schema = new LinkedHashMap<>();
            made.put(name, schema);
            fill(schema, record, strict);
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    /// `RequestDetail.Refusal` is `RequestDetailRefusal`: the dot is not allowed everywhere.
    private static String name(Class<?> record) {
        return path(record).replace(".", "");
    }

    private static String path(Class<?> record) {
        Class<?> outer = record.getDeclaringClass();
        return outer == null ? record.getSimpleName() : path(outer) + "." + record.getSimpleName();
    }

    private void fill(Map<String, Object> schema, Class<?> record, boolean strict) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            properties.put(component.getName(), property(record, component, strict));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        schema.put("type", "object");
        schema.put("description", comments.of(path(record)));
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        if (strict) {
            schema.put("additionalProperties", false);
        }
    }

    private Map<String, Object> property(Class<?> record, RecordComponent component, boolean strict) {
        Map<String, Object> schema = new LinkedHashMap<>(type(component.getGenericType(), strict));
        schema.put("description", comments.of(path(record), component.getName()));
        Words words = component.getAnnotation(Words.class);
        if (words != null) {
            Map<String, Object> text = schema.containsKey("items") ? items(schema) : schema;
            // Today's words; an answer may bring a new one, a body may not.
            text.put(strict ? "enum" : "examples", List.of(words.value()));
        }
        if (component.getName().equals("document")) {
            return document(schema, record.getPackageName().endsWith(".emergency") ? EMERGENCY : PRESERVATION);
        }
        return schema;
    }

    private static Map<String, Object> items(Map<String, Object> schema) {
        Map<String, Object> items = new LinkedHashMap<>(Map.of("type", "string"));
        schema.put("items", items);
        return items;
    }

    private static Map<String, Object> document(Map<String, Object> schema, String name) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("$ref", "#/components/schemas/" + name);
        document.put("description", schema.getOrDefault("description", ""));
        return document;
    }

    private Map<String, Object> type(Type type, boolean strict) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? ordered("type", "array", "items", type(generic.getActualTypeArguments()[0], strict))
                    : map(generic, strict);
        }
        if (type instanceof Class<?> known && known.isRecord()) {
            return reference(known, strict);
        }
        return simple(type);
    }

    private Map<String, Object> map(ParameterizedType generic, boolean strict) {
        Type value = generic.getActualTypeArguments()[1];
        return value == Object.class
                ? Map.of("type", "object")
                : ordered("type", "object", "additionalProperties", type(value, strict));
    }

    private static Map<String, Object> simple(Type type) {
        if (type == String.class) {
            return Map.of("type", "string");
        }
        if (type == int.class || type == Integer.class) {
            return ordered("type", "integer", "format", "int32");
        }
        if (type == long.class || type == Long.class) {
            return ordered("type", "integer", "format", "int64");
        }
        if (type == boolean.class) {
            return Map.of("type", "boolean");
        }
        if (type == Instant.class) {
            return ordered("type", "string", "format", "date-time");
        }
        if (type == LocalDate.class) {
            return ordered("type", "string", "format", "date");
        }
        throw new IllegalStateException("No schema for " + type);
    }

    static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
