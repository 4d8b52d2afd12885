package comity.requests.form;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The two shapes of one document: nested, as in a request file or a letter, and flat, as a page sends it.
///
/// `{"items": [{"value": "203.0.113.77", "data": ["subscriber", "traffic"]}]}` is `/items/0/value` → `203.0.113.77` and
/// `/items/0/data` → `subscriber traffic`. Numbers and yes-no may be written as JSON numbers and booleans.
public final class Documents {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int DEEPEST = 8;
    private final Form form;

    public Documents(Form form) {
        this.form = form;
    }

    /// The raw text of a nested document. A list of plain words is joined with single spaces.
    ///
    /// @throws IllegalArgumentException when the document is not an object or nests too deep
    public Map<String, String> flatten(JsonNode document) {
        if (!document.isObject()) {
            throw new IllegalArgumentException("A request document is an object");
        }
        Map<String, String> raw = new LinkedHashMap<>();
        flatten("", document, raw, 0);
        return raw;
    }

    /// The same for a document that another library has read into maps and lists.
    public Map<String, String> flatten(Map<String, ?> document) {
        return flatten(JSON.<JsonNode>valueToTree(document));
    }

    private void flatten(String pointer, JsonNode node, Map<String, String> raw, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("The document nests deeper than any request does: " + pointer);
        }
        if (node.isObject()) {
            node.properties()
                    .forEach(member ->
                            flatten(pointer + "/" + escaped(member.getKey()), member.getValue(), raw, depth + 1));
        } else if (node.isArray()) {
            flattenArray(pointer, node, raw, depth);
        } else if (!node.isNull()) {
            raw.put(timeAware(pointer, node), text(node));
        }
    }

    private void flattenArray(String pointer, JsonNode array, Map<String, String> raw, int depth) {
        boolean words = kindAt(pointer).filter(kind -> kind == Kind.CHOICES).isPresent();
        if (words) {
            StringBuilder joined = new StringBuilder();
            array.forEach(word -> joined.append(joined.isEmpty() ? "" : " ").append(text(word)));
            raw.put(pointer, joined.toString());
            return;
        }
        for (int i = 0; i < array.size(); i++) {
            flatten(pointer + "/" + i, array.get(i), raw, depth + 1);
        }
    }

    /// A time may be written as one text with its offset; then it is the text of the time.
    private String timeAware(String pointer, JsonNode node) {
        boolean time = kindAt(pointer).filter(kind -> kind == Kind.TIME).isPresent() && form.isWholeField(pointer);
        return time && node.isString() ? pointer + "/text" : pointer;
    }

    private Optional<Kind> kindAt(String pointer) {
        return form.field(pointer).map(Field::kind);
    }

    private static String text(JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue() ? "yes" : "no";
        }
        return node.isContainer() ? node.toString() : node.asString();
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /// The nested document of some raw text. Entries of a group are numbered anew, without holes; empty answers are
    /// left out.
    public ObjectNode nest(Map<String, String> raw) {
        Answers answers = new Answers(raw);
        ObjectNode root = JSON.createObjectNode();
        new TreeMap<>(raw).forEach((pointer, text) -> {
            if (!text.isBlank() && pointer.startsWith("/")) {
                put(root, renumbered(pointer, answers).split("/"), pointer, text);
            }
        });
        return root;
    }

    private static String renumbered(String pointer, Answers answers) {
        String[] parts = pointer.split("/");
        if (parts.length < 4 || !parts[2].matches("\\d{1,4}")) {
            return pointer;
        }
        parts[2] = Integer.toString(answers.entries(parts[1]).indexOf(Integer.parseInt(parts[2])));
        return String.join("/", parts);
    }

    private void put(ObjectNode root, String[] parts, String pointer, String text) {
        JsonNode at = root;
        for (int i = 1; i < parts.length - 1; i++) {
            at = child(at, unescaped(parts[i]), parts[i + 1].matches("\\d{1,4}"));
        }
        if (at instanceof ObjectNode object) {
            String name = unescaped(parts[parts.length - 1]);
            if (kindAt(pointer).filter(kind -> kind == Kind.CHOICES).isPresent()) {
                ArrayNode words = object.putArray(name);
                for (String word : text.strip().split("\\s+")) {
                    words.add(word);
                }
            } else {
                object.put(name, text);
            }
        }
    }

    private static JsonNode child(JsonNode at, String name, boolean array) {
        if (at instanceof ArrayNode list) {
            int index = Integer.parseInt(name);
            while (list.size() <= index) {
                list.addObject();
            }
            return list.get(index);
        }
        if (at instanceof ObjectNode object) {
            JsonNode found = object.get(name);
            if (found == null || !found.isContainer()) {
                return array ? object.putArray(name) : object.putObject(name);
            }
            return found;
        }
        return at;
    }

    private static String unescaped(String name) {
        return name.replace("~1", "/").replace("~0", "~");
    }
}
