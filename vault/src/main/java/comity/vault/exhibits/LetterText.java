package comity.vault.exhibits;

import comity.kernel.ExhibitReference;
import comity.kernel.RequestReference;
import comity.vault.HandoverOrder;
import comity.vault.exhibits.ExhibitLetter.Told;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The body of a letter about an exhibit as JSON, and back. Members that this version does not know are passed over.
final class LetterText {
    static final String KIND = "exhibit";
    static final int VERSION = 1;
    static final int LONGEST_LINE = 500;
    static final int LONGEST_TEXT = 10_000;
    private static final int MOST_EVENTS = 10_000;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private LetterText() {}

    /// A body that is not a letter of this kind.
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String detail) {
            super(detail);
        }
    }

    static byte[] write(ExhibitLetter letter) {
        ObjectNode text = JSON.createObjectNode();
        switch (letter) {
            case ExhibitLetter.Offered offered -> {
                text.put("act", "offered");
                text.put("exhibit", offered.exhibit().toString());
                text.put("request", offered.request().toString());
                text.put("title", offered.title());
                text.put("sensitive", offered.sensitive());
                ObjectNode order = text.putObject("order")
                        .put("reference", offered.order().reference())
                        .put("article", offered.order().article())
                        .put("item", offered.order().item())
                        .put("conditions", offered.order().conditions());
                offered.order().keepUntil().ifPresent(day -> order.put("keepUntil", day.toString()));
                text.put("seal", Base64.getEncoder().encodeToString(offered.seal()));
                text.put("signature", Base64.getEncoder().encodeToString(offered.signature()));
            }
            case ExhibitLetter.Happened happened -> {
                text.put("act", "happened");
                text.put("exhibit", happened.exhibit().toString());
            }
        }
        ArrayNode events = text.putArray("events");
        letter.events().forEach(event -> write(events.addObject(), event));
        return JSON.writeValueAsBytes(text);
    }

    private static void write(ObjectNode node, Told event) {
        switch (event) {
            case Told.Open(byte[] bytes) ->
                node.put("event", Base64.getEncoder().encodeToString(bytes));
            case Told.Withheld(int number, String digest) ->
                node.put("number", number).put("digest", digest);
        }
    }

    static ExhibitLetter read(byte[] body) throws Unreadable {
        try {
            JsonNode text = JSON.readTree(body);
            ExhibitReference exhibit = ExhibitReference.parse(line(text, "exhibit"))
                    .orElseThrow(() -> new Unreadable("/exhibit is not the name of an exhibit"));
            List<Told> events = events(text.path("events"));
            return switch (line(text, "act")) {
                case "offered" -> offered(text, exhibit, events);
                case "happened" -> new ExhibitLetter.Happened(exhibit, events);
                default -> throw new Unreadable("/act is none of this version");
            };
        } catch (JacksonException e) {
            throw new Unreadable(e.getOriginalMessage());
        }
    }

    private static ExhibitLetter offered(JsonNode text, ExhibitReference exhibit, List<Told> events) throws Unreadable {
        JsonNode order = text.path("order");
        JsonNode sensitive = text.path("sensitive");
        if (!sensitive.isBoolean()) {
            throw new Unreadable("/sensitive is neither true nor false");
        }
        return new ExhibitLetter.Offered(
                exhibit,
                RequestReference.parse(line(text, "request"))
                        .orElseThrow(() -> new Unreadable("/request is not the reference of a request")),
                line(text, "title"),
                new HandoverOrder(
                        line(order, "reference"),
                        line(order, "article"),
                        line(order, "item"),
                        text(order, "conditions", LONGEST_TEXT),
                        day(order, "keepUntil")),
                sensitive.booleanValue(),
                bytes(text, "seal"),
                bytes(text, "signature"),
                events);
    }

    private static List<Told> events(JsonNode array) throws Unreadable {
        if (!array.isArray() || array.size() > MOST_EVENTS) {
            throw new Unreadable("/events is not a list of at most " + MOST_EVENTS);
        }
        List<Told> events = new ArrayList<>();
        for (JsonNode event : array) {
            events.add(
                    event.has("event")
                            ? new Told.Open(bytes(event, "event"))
                            : new Told.Withheld(event.path("number").asInt(0), digest(event)));
        }
        return events;
    }

    private static String digest(JsonNode event) throws Unreadable {
        String digest = line(event, "digest");
        if (!digest.matches("[0-9a-f]{64}")) {
            throw new Unreadable("/events/digest is not a SHA-256 in hex");
        }
        return digest;
    }

    /// A day that need not be there.
    private static Optional<LocalDate> day(JsonNode node, String name) throws Unreadable {
        if (!node.has(name)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(line(node, name)));
        } catch (DateTimeParseException _) {
            throw new Unreadable("/" + name + " is not a day");
        }
    }

    private static String line(JsonNode node, String name) throws Unreadable {
        return text(node, name, LONGEST_LINE);
    }

    private static String text(JsonNode node, String name, int longest) throws Unreadable {
        JsonNode value = node.path(name);
        // No database keeps the character U+0000 in a text, and no honest letter has it.
        if (!value.isString()
                || value.stringValue().length() > longest
                || value.stringValue().indexOf(0) >= 0) {
            throw new Unreadable("/" + name + " is not a text of at most " + longest + " characters");
        }
        return value.stringValue();
    }

    private static byte[] bytes(JsonNode node, String name) throws Unreadable {
        try {
            return Base64.getDecoder().decode(node.path(name).asString(""));
        } catch (IllegalArgumentException _) {
            throw new Unreadable("/" + name + " is not base64");
        }
    }
}
