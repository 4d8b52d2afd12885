package comity.evidence.paper;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import comity.ledger.Hash;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads and writes the documents of a package. Strict where a reader could be led astray: a member that stands
/// twice, text after the end, a digest in another spelling.
final class Documents {
    private static final int VERSION = 1;
    private static final int DEEPEST = 16;
    private static final int LONGEST_TEXT = 4096;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final String name;

    /// @param name the file, for what is said about it
    Documents(String name) {
        this.name = name;
    }

    static byte[] write(Object document) {
        byte[] text = JSON.writeValueAsBytes(document);
        byte[] lines = java.util.Arrays.copyOf(text, text.length + 1);
        lines[text.length] = '\n';
        return lines;
    }

    /// A document of a kind, in a version that is known here.
    JsonNode read(byte[] bytes, String type) {
        JsonNode document;
        try {
            document = JSON.readTree(bytes);
        } catch (JacksonException e) {
            throw malformed("");
        }
        if (!document.path("type").stringValue("").equals(type)) {
            throw malformed("/type");
        }
        if (number(document, "v", 0) != VERSION) {
            throw new EvidenceRefused(EvidenceFault.DOCUMENT_VERSION, name);
        }
        return document;
    }

    JsonNode object(JsonNode from, String member) {
        JsonNode value = from.path(member);
        if (!value.isObject()) {
            throw malformed("/" + member);
        }
        return value;
    }

    JsonNode list(JsonNode from, String member) {
        JsonNode value = from.path(member);
        if (!value.isArray()) {
            throw malformed("/" + member);
        }
        return value;
    }

    String text(JsonNode from, String member) {
        JsonNode value = from.path(member);
        if (!value.isString()) {
            throw malformed("/" + member);
        }
        return value.stringValue();
    }

    Optional<String> optionalText(JsonNode from, String member) {
        return from.has(member) ? Optional.of(text(from, member)) : Optional.empty();
    }

    long number(JsonNode from, String member, long least) {
        JsonNode value = from.path(member);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < least) {
            throw malformed("/" + member);
        }
        return value.longValue();
    }

    Hash hash(JsonNode from, String member) {
        try {
            return Hash.ofHex(text(from, member));
        } catch (IllegalArgumentException e) {
            throw malformed("/" + member);
        }
    }

    UUID id(JsonNode from, String member) {
        String text = text(from, member);
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw malformed("/" + member);
    }

    Instant time(JsonNode from, String member) {
        String text = text(from, member);
        try {
            if (text.endsWith("Z") && Character.isDigit(text.charAt(0))) {
                return Instant.parse(text);
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw malformed("/" + member);
    }

    /// @param pointer where in the document
    EvidenceRefused malformed(String pointer) {
        return new EvidenceRefused(EvidenceFault.DOCUMENT_MALFORMED, name + pointer);
    }
}
