package comity.law.offence.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The lines of a book as JSON: `law`, `rules`, and `provisions` with their `texts` and `elements`.
final class JsonLines {
    static final String FORMAT = "comity-national-law/1";

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Complaints complaints;
    private final List<BookLine> lines = new ArrayList<>();

    private JsonLines(Complaints complaints) {
        this.complaints = complaints;
    }

    static List<BookLine> read(String text, Complaints complaints) {
        JsonLines reader = new JsonLines(complaints);
        try {
            reader.book(JSON.readTree(text));
        } catch (JacksonException e) {
            complaints.block("", "not-json", e.getOriginalMessage());
        }
        return reader.lines;
    }

    private void book(JsonNode book) {
        if (!isObject("", book)) {
            return;
        }
        onlyFields("", book, Set.of("format", "law", "rules", "provisions"));
        if (!FORMAT.equals(textOf(book.get("format")))) {
            complaints.block("/format", "format-unknown", FORMAT);
        }
        @Nullable JsonNode law = book.get("law");
        if (law == null) {
            complaints.block("/law", "is-missing", "law");
        } else {
            line(Line.LAW, "/law", law, Map.of(), Set.of());
        }
        each("/rules", book.get("rules"), (pointer, rule) -> line(Line.RULE, pointer, rule, Map.of(), Set.of()));
        each("/provisions", book.get("provisions"), this::provision);
    }

    private void provision(String pointer, JsonNode provision) {
        line(Line.PROVISION, pointer, provision, Map.of(), Set.of("texts", "elements"));
        if (!provision.isObject()) {
            return;
        }
        Map<String, String> of = Optional.ofNullable(textOf(provision.get("provision")))
                .map(id -> Map.of("provision", id))
                .orElseGet(Map::of);
        each(pointer + "/texts", provision.get("texts"), (at, text) -> line(Line.TEXT, at, text, of, Set.of()));
        each(pointer + "/elements", provision.get("elements"), (at, one) -> line(Line.ELEMENT, at, one, of, Set.of()));
    }

    private void line(Line kind, String pointer, JsonNode node, Map<String, String> inherited, Set<String> children) {
        if (!isObject(pointer, node)) {
            return;
        }
        Map<String, String> cells = new HashMap<>(inherited);
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String name = field.getKey();
            String place = pointer + "/" + escaped(name);
            Optional<Line.Column> column = kind.column(name).filter(_ -> !inherited.containsKey(name));
            if (column.isPresent()) {
                cell(column.get(), place, field.getValue()).ifPresent(value -> cells.put(name, value));
            } else if (!children.contains(name)) {
                complaints.block(place, "field-unknown", name);
            }
        }
        lines.add(new BookLine(kind, pointer, cells));
    }

    private Optional<String> cell(Line.Column column, String place, JsonNode value) {
        boolean right = switch (column.kind()) {
            case TEXT -> value.isString();
            case YES_NO -> value.isBoolean();
            case LIST -> value.isArray() && value.valueStream().allMatch(one -> one.isString() && isWord(one));
        };
        if (!right) {
            complaints.block(place, "wrong-kind", column.kind().name());
            return Optional.empty();
        }
        String cell = switch (column.kind()) {
            case TEXT -> value.stringValue();
            case YES_NO -> value.booleanValue() ? "yes" : "no";
            case LIST ->
                String.join(" ", value.valueStream().map(JsonNode::stringValue).toList());
        };
        return Optional.of(cell).filter(said -> !said.isEmpty());
    }

    private static boolean isWord(JsonNode one) {
        return !one.stringValue().isEmpty() && one.stringValue().chars().noneMatch(Character::isWhitespace);
    }

    private boolean isObject(String pointer, JsonNode node) {
        if (!node.isObject()) {
            complaints.block(pointer, "wrong-kind", "OBJECT");
        }
        return node.isObject();
    }

    private void onlyFields(String pointer, JsonNode node, Set<String> known) {
        node.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> complaints.block(pointer + "/" + escaped(name), "field-unknown", name));
    }

    private interface Each {
        void take(String pointer, JsonNode node);
    }

    private void each(String pointer, @Nullable JsonNode list, Each each) {
        if (list == null) {
            return;
        }
        if (!list.isArray()) {
            complaints.block(pointer, "wrong-kind", "LIST");
            return;
        }
        for (int i = 0; i < list.size(); i++) {
            each.take(pointer + "/" + i, list.get(i));
        }
    }

    /// As RFC 6901 asks.
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static @Nullable String textOf(@Nullable JsonNode node) {
        return node != null && node.isString() ? node.stringValue() : null;
    }

    static String write(List<BookLine> lines) {
        ObjectNode book = JSON.createObjectNode();
        book.put("format", FORMAT);
        ArrayNode rules = JSON.createArrayNode();
        ArrayNode provisions = JSON.createArrayNode();
        Map<String, ObjectNode> byId = new HashMap<>();
        for (BookLine line : lines) {
            ObjectNode node = node(line);
            switch (line.kind()) {
                case LAW -> book.set("law", node);
                case RULE -> rules.add(node);
                case PROVISION -> {
                    byId.put(line.cells().getOrDefault("provision", ""), node);
                    provisions.add(node);
                }
                case TEXT -> below(byId, line, "texts").add(node);
                case ELEMENT -> below(byId, line, "elements").add(node);
            }
        }
        book.set("rules", rules);
        book.set("provisions", provisions);
        return JSON.writeValueAsString(book) + "\n";
    }

    private static ArrayNode below(Map<String, ObjectNode> byId, BookLine line, String name) {
        @Nullable ObjectNode provision = byId.get(line.cells().getOrDefault("provision", ""));
        if (provision == null) {
            throw new IllegalStateException("A provision is written before what belongs to it");
        }
        return provision.withArray(name);
    }

    private static ObjectNode node(BookLine line) {
        boolean belowProvision = line.kind() == Line.TEXT || line.kind() == Line.ELEMENT;
        ObjectNode node = JSON.createObjectNode();
        for (Line.Column column : line.kind().columns()) {
            if (belowProvision && column.name().equals("provision")) {
                continue;
            }
            line.cell(column.name()).ifPresent(cell -> {
                switch (column.kind()) {
                    case TEXT -> node.put(column.name(), cell);
                    case YES_NO -> node.put(column.name(), cell.equals("yes"));
                    case LIST -> {
                        ArrayNode list = node.putArray(column.name());
                        for (String word : cell.split(" ", -1)) {
                            list.add(word);
                        }
                    }
                }
            });
        }
        return node;
    }
}
