package comity.requests;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes the records of a sealed family as JSON objects that carry their own word, `{"state": "needs-more", …}`, and
/// reads them back. A word of a newer version becomes the family's own `Unknown`, never an accident.
///
/// @param <T> the sealed family
public final class TaggedRecords<T> {
    private final String tag;
    private final Function<String, T> unknown;
    private final Map<String, Class<? extends T>> byWord = new HashMap<>();

    public TaggedRecords(Class<T> family, String tag, Function<String, T> unknown) {
        this.tag = tag;
        this.unknown = unknown;
        recordsOf(family)
                .filter(type -> !type.getSimpleName().equals("Unknown"))
                .forEach(type -> byWord.put(Words.of(type), type.asSubclass(family)));
    }

    /// Families may have groups between the root and the records.
    private static Stream<Class<?>> recordsOf(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses()).flatMap(TaggedRecords::recordsOf);
    }

    /// The record with its word first.
    public ObjectNode write(ObjectMapper plain, T value) {
        ObjectNode written = plain.createObjectNode();
        written.put(tag, Words.of(value.getClass()));
        written.setAll((ObjectNode) plain.<JsonNode>valueToTree(value));
        return written;
    }

    /// The record of a written word.
    ///
    /// @throws tools.jackson.core.JacksonException when a known word comes without what belongs to it
    public T read(ObjectMapper plain, JsonNode written) {
        String word = written.path(tag).asString("");
        Class<? extends T> type = byWord.get(word);
        return type == null ? unknown.apply(word) : plain.treeToValue(written, type);
    }
}
