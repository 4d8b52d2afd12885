package comity.requests;

import comity.kernel.RequestReference;
import comity.kernel.RequestType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The body of a letter as JSON, and back. Members that this version does not know are passed over, so that a newer
/// node can say more; whatever is missing or of another kind refuses the letter.
///
/// @param <L> the sealed family of what one kind of request says
public final class LetterBody<L> {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxStringLength(200_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private final RequestType type;
    private final TaggedRecords<L> acts;

    /// @param type the kind of request that these letters speak of
    /// @param unknown what an act of a newer version becomes
    public LetterBody(RequestType type, Class<L> family, Function<String, L> unknown) {
        this.type = type;
        this.acts = new TaggedRecords<>(family, "act", unknown);
    }

    /// A letter that was read.
    public record Written<L>(LetterHead head, L letter) {}

    /// A body that is not a letter of this kind.
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String detail) {
            super(detail);
        }
    }

    public byte[] bytes(LetterHead head, L letter) {
        ObjectNode text = JSON.createObjectNode();
        ObjectNode said = acts.write(JSON, letter);
        text.set("act", said.remove("act"));
        text.put("reference", head.reference().toString());
        text.put("at", head.at().toString());
        text.put("role", head.role());
        text.setAll(said);
        return JSON.writeValueAsBytes(text);
    }

    public Written<L> read(byte[] body) throws Unreadable {
        try {
            JsonNode text = JSON.readTree(body);
            if (!text.isObject()) {
                throw new Unreadable("the body is not a JSON object");
            }
            if (holdsNul(text)) {
                throw new Unreadable("a text holds the character U+0000");
            }
            return new Written<>(head(text), acts.read(JSON, text));
        } catch (JacksonException e) {
            throw new Unreadable(e.getOriginalMessage());
        }
    }

    /// No database keeps this character in a text, and no honest letter has it.
    private static boolean holdsNul(JsonNode node) {
        return node.isString()
                ? node.stringValue().indexOf(0) >= 0
                : node.propertyNames().stream().anyMatch(name -> name.indexOf(0) >= 0)
                        || node.values().stream().anyMatch(LetterBody::holdsNul);
    }

    private LetterHead head(JsonNode text) throws Unreadable {
        String reference = text.path("reference").asString("");
        RequestReference parsed = RequestReference.parse(reference)
                .filter(read -> read.type() == type)
                .orElseThrow(() -> new Unreadable("/reference is not the reference of such a request"));
        try {
            Instant at = Instant.parse(text.path("at").asString(""));
            return new LetterHead(parsed, at, text.path("role").asString("unknown"));
        } catch (DateTimeException _) {
            throw new Unreadable("/at is not a time");
        }
    }
}
