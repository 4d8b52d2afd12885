package comity.federation.envelope;

import comity.federation.Problem;
import comity.federation.Refused;
import comity.kernel.StateCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the members of signed documents. Strict where a reader could be led astray: a member that stands twice, text
/// after the end, an identifier in another form. Members that this version does not know are left unread.
final class WireJson {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    static final int VERSION = 1;
    private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9-]{0,63}");

    private WireJson() {}

    /// A document whose `v` is known here.
    static JsonNode read(byte[] bytes) throws Refused {
        JsonNode document;
        try {
            document = JSON.readTree(bytes);
        } catch (JacksonException e) {
            throw malformed("not JSON: " + e.getOriginalMessage());
        }
        JsonNode version = document.path("v");
        if (!version.isIntegralNumber()) {
            throw malformed("\"v\" is missing");
        }
        if (!version.canConvertToInt() || version.intValue() != VERSION) {
            throw new Refused(Problem.UNKNOWN_VERSION, "version " + version);
        }
        return document;
    }

    static String text(JsonNode object, String member) throws Refused {
        JsonNode value = object.path(member);
        if (!value.isString()) {
            throw malformed("\"" + member + "\" is missing");
        }
        return value.stringValue();
    }

    static Optional<String> optionalText(JsonNode object, String member) throws Refused {
        return object.has(member) ? Optional.of(text(object, member)) : Optional.empty();
    }

    static long number(JsonNode object, String member, long least) throws Refused {
        JsonNode value = object.path(member);
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < least) {
            throw malformed("\"" + member + "\" is not a whole number from " + least);
        }
        return value.longValue();
    }

    static int smallNumber(JsonNode object, String member) throws Refused {
        long value = number(object, member, 1);
        if (value > Integer.MAX_VALUE) {
            throw malformed("\"" + member + "\" is too large");
        }
        return (int) value;
    }

    /// A UUID in its one written form: an identifier with two spellings could be received twice.
    static UUID id(JsonNode object, String member) throws Refused {
        String text = text(object, member);
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text)) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw malformed("\"" + member + "\" is not a UUID in small letters");
    }

    static StateCode state(JsonNode object, String member) throws Refused {
        try {
            return new StateCode(text(object, member));
        } catch (IllegalArgumentException e) {
            throw malformed("\"" + member + "\" is not a State");
        }
    }

    /// A time within the years that have four digits, as RFC 3339 has it: a database keeps no year of nine.
    static Instant time(JsonNode object, String member) throws Refused {
        String text = text(object, member);
        try {
            if (text.endsWith("Z") && Character.isDigit(text.charAt(0))) {
                return Instant.parse(text);
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw malformed("\"" + member + "\" is not a time in UTC");
    }

    /// Whether a text has the form of a stable name: of a problem, or of a ground.
    static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    static Refused malformed(String detail) {
        return new Refused(Problem.MALFORMED, detail);
    }
}
