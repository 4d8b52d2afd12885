package comity.api.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.MissingNode;

/// The schema of a request document, made from the form's own data, so that a field is described where it is
/// defined. Nothing is required in it: a draft may be as incomplete as a person's knowledge.
final class DocumentSchema {
    private final Map<String, Object> root = object();
    private final Map<String, JsonNode> contents = new HashMap<>();

    private DocumentSchema() {}

    /// @param form the fields
    /// @param measures which contents of a request are required, and by which article
    /// @param code the measure that is asked, for example `preservation`; its form is served under the same word
    static Map<String, Object> of(Path form, Path measures, String code, ObjectMapper json) throws IOException {
        DocumentSchema schema = new DocumentSchema();
        json.readTree(Files.readString(measures))
                .path("measures")
                .valueStream()
                .filter(measure -> measure.path("code").asString().equals(code))
                .flatMap(measure -> measure.path("contents").valueStream())
                .forEach(content -> schema.contents.put(content.path("code").asString(), content));
        JsonNode document = json.readTree(Files.readString(form));
        document.path("tasks").forEach(task -> task.path("fields").forEach(field -> schema.add(field)));
        schema.root.put(
                "description",
                "What a request says, field by field, as a request file has it. Every value is the text as it was typed: a"
                        + " draft may hold what is wrong, and is told so. GET /api/v1/forms/" + code + " gives labels"
                        + " and hints in six languages.");
        return schema.root;
    }

    private void add(JsonNode field) {
        String[] steps = field.path("pointer").asString().substring(1).split("/");
        Map<String, Object> at = root;
        for (int i = 0; i < steps.length - 1; i++) {
            at = steps[i].equals("*") ? itemOf(at) : child(at, steps[i], steps[i + 1].equals("*"));
        }
        properties(at).put(steps[steps.length - 1], leaf(field));
    }

    private Map<String, Object> leaf(JsonNode field) {
        List<String> choices = new ArrayList<>();
        field.path("choices").forEach(choice -> choices.add(choice.asString()));
        Map<String, Object> leaf = switch (field.path("kind").asString()) {
            case "choices" ->
                Schemas.ordered("type", "array", "items", Schemas.ordered("type", "string", "enum", choices));
            case "choice" -> Schemas.ordered("type", "string", "enum", choices);
            case "yes-no" -> Schemas.ordered("enum", List.of("yes", "no", true, false));
            case "number", "days" -> Schemas.ordered("type", List.of("string", "integer"));
            case "time" -> time();
            default -> Schemas.ordered("type", "string");
        };
        leaf.put("description", description(field));
        return leaf;
    }

    private String description(JsonNode field) {
        JsonNode gives = content(field, "gives");
        JsonNode content = gives.isMissingNode() ? content(field, "details") : gives;
        List<String> parts = new ArrayList<>();
        parts.add("Kind: " + field.path("kind").asString() + ".");
        if (field.path("needed").asBoolean(false)
                || gives.path("obligation").asString("").equals("REQUIRED")) {
            parts.add("Needed before sending.");
        }
        if (!content.isMissingNode()) {
            parts.add("Art. " + content.path("article").asString() + ".");
        }
        field.path("law").forEach(law -> parts.add("Art. " + law.path("article").asString() + "."));
        int item = field.path("tcy").asInt(0);
        if (item > 0) {
            parts.add("Item " + item + " of the Cybercrime Convention Committee's preservation form.");
        }
        return String.join(" ", parts);
    }

    private JsonNode content(JsonNode field, String how) {
        return contents.getOrDefault(field.path(how).asString(""), MissingNode.getInstance());
    }

    private static Map<String, Object> time() {
        return Schemas.ordered(
                "type",
                List.of("object", "string"),
                "properties",
                Schemas.ordered(
                        "text",
                        Schemas.ordered("type", "string", "description", "The time as it was written."),
                        "zone",
                        Schemas.ordered("type", "string", "description", "Its IANA zone or offset."),
                        "fold",
                        Schemas.ordered(
                                "type",
                                "string",
                                "enum",
                                List.of("first", "second"),
                                "description",
                                "Which of the two hours, when the clocks were being put back.")));
    }

    private static Map<String, Object> object() {
        return Schemas.ordered("type", "object", "properties", new LinkedHashMap<String, Object>());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> properties(Map<String, Object> at) {
        return (Map<String, Object>) Objects.requireNonNull(at.get("properties"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> itemOf(Map<String, Object> at) {
        return (Map<String, Object>) Objects.requireNonNull(at.get("items"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> child(Map<String, Object> at, String name, boolean isList) {
        return (Map<String, Object>) properties(at)
                .computeIfAbsent(name, _ -> isList ? Schemas.ordered("type", "array", "items", object()) : object());
    }
}
