package comity.vault;

import comity.kernel.ExhibitReference;
import comity.kernel.StateCode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Custody events as bytes; see docs/protocol/custody.md. The bytes of an event are written once and kept: names in the
/// order of the alphabet, no spaces, so that whoever writes the same event gets the same bytes.
public final class CustodyText {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final int LONGEST = 64 * 1024;
    private static final int MOST_DETAILS = 64;

    private CustodyText() {}

    static byte[] write(CustodyEvent event) {
        ObjectNode node = JSON.createObjectNode();
        node.put("at", event.at().toString());
        ObjectNode details = node.putObject("details");
        new TreeMap<>(event.details()).forEach(details::put);
        node.put("event", event.kind().code());
        node.put("exhibit", event.exhibit().toString());
        node.put("hand", event.hand().code());
        node.put("number", event.number());
        node.put("place", event.place());
        node.put("previous", event.previous());
        node.put("reason", event.reason());
        node.put("role", event.role());
        node.put("state", event.state().code());
        node.put("v", 1);
        return JSON.writeValueAsBytes(node);
    }

    /// Reads an event that the other State has told.
    ///
    /// @throws Unreadable when it is not one, or when these bytes are not the ones that it is written as
    public static CustodyEvent read(byte[] bytes) {
        if (bytes.length > LONGEST) {
            throw new Unreadable("longer than " + LONGEST + " bytes");
        }
        try {
            CustodyEvent event = event(JSON.readTree(bytes));
            if (!java.util.Arrays.equals(event.bytes(), bytes)) {
                throw new Unreadable("not in its one form");
            }
            return event;
        } catch (JacksonException | DateTimeException | IllegalArgumentException e) {
            throw new Unreadable("not a custody event", e);
        }
    }

    private static CustodyEvent event(JsonNode node) {
        Map<String, String> details = new HashMap<>();
        JsonNode given = node.path("details");
        if (given.size() > MOST_DETAILS) {
            throw new Unreadable("too many details");
        }
        given.propertyNames().forEach(name -> details.put(name, text(given, name)));
        String kind = text(node, "event");
        if (!CustodyEvent.Kind.ofCode(kind).code().equals(kind)) {
            throw new Unreadable("an event of another kind: " + kind);
        }
        return new CustodyEvent(
                ExhibitReference.parse(text(node, "exhibit")).orElseThrow(() -> new Unreadable("exhibit")),
                node.path("number").asInt(0),
                Instant.parse(text(node, "at")),
                CustodyEvent.Kind.ofCode(kind),
                new StateCode(text(node, "state")),
                Hand.ofCode(text(node, "hand")).orElseThrow(() -> new Unreadable("hand")),
                text(node, "role"),
                text(node, "place"),
                text(node, "reason"),
                details,
                text(node, "previous"));
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        if (!value.isString()) {
            throw new Unreadable(name);
        }
        return value.stringValue();
    }

    /// Not a custody event. The message names what is wrong, never what stood there.
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }

        Unreadable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
