package comity.federation.envelope;

import comity.federation.OutgoingLetter;
import comity.federation.Problem;
import comity.federation.Refused;
import comity.kernel.StateCode;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// What is signed at once: one letter as a rule, up to [#MOST_LETTERS] when a backlog drains.
///
/// @param expiresAt after this the other node takes it no more
public record Envelope(
        UUID id, StateCode from, StateCode to, Instant sentAt, Instant expiresAt, List<Enclosed> letters) {
    /// The most letters that one signature may cover.
    public static final int MOST_LETTERS = 128;

    /// One letter inside.
    ///
    /// @param body a JWE in compact form
    public record Enclosed(UUID id, String kind, int version, String thread, int threadNumber, String body) {}

    public Envelope {
        letters = List.copyOf(letters);
    }

    /// As JSON, ready to be signed.
    public byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024 + 4096 * letters.size());
        try (JsonGenerator json = WireJson.JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberProperty("v", WireJson.VERSION);
            json.writeStringProperty("id", id.toString());
            json.writeStringProperty("from", from.code());
            json.writeStringProperty("to", to.code());
            json.writeStringProperty("sentAt", sentAt.toString());
            json.writeStringProperty("expiresAt", expiresAt.toString());
            json.writeArrayPropertyStart("letters");
            for (Enclosed letter : letters) {
                write(json, letter);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Enclosed letter) {
        json.writeStartObject();
        json.writeStringProperty("id", letter.id.toString());
        json.writeStringProperty("kind", letter.kind);
        json.writeNumberProperty("version", letter.version);
        json.writeStringProperty("thread", letter.thread);
        json.writeNumberProperty("threadNumber", letter.threadNumber);
        json.writeStringProperty("body", letter.body);
        json.writeEndObject();
    }

    /// Reads what was signed.
    ///
    /// @throws Refused as malformed, of unknown version, or with too many letters
    public static Envelope read(byte[] document) throws Refused {
        JsonNode json = WireJson.read(document);
        Envelope envelope = new Envelope(
                WireJson.id(json, "id"),
                WireJson.state(json, "from"),
                WireJson.state(json, "to"),
                WireJson.time(json, "sentAt"),
                WireJson.time(json, "expiresAt"),
                letters(json.path("letters")));
        if (!envelope.expiresAt.isAfter(envelope.sentAt)) {
            throw WireJson.malformed("\"expiresAt\" is not after \"sentAt\"");
        }
        return envelope;
    }

    private static List<Enclosed> letters(JsonNode array) throws Refused {
        if (!array.isArray() || array.isEmpty()) {
            throw WireJson.malformed("\"letters\" holds none");
        }
        if (array.size() > MOST_LETTERS) {
            throw new Refused(Problem.TOO_MANY_LETTERS, array.size() + " letters");
        }
        List<Enclosed> letters = new ArrayList<>(array.size());
        Set<UUID> ids = new HashSet<>();
        for (JsonNode letter : array) {
            Enclosed enclosed = letter(letter);
            if (!ids.add(enclosed.id)) {
                throw WireJson.malformed("letter " + enclosed.id + " stands twice");
            }
            letters.add(enclosed);
        }
        return letters;
    }

    private static Enclosed letter(JsonNode json) throws Refused {
        String kind = WireJson.text(json, "kind");
        String thread = WireJson.text(json, "thread");
        if (!OutgoingLetter.isKind(kind) || !OutgoingLetter.isThread(thread)) {
            throw WireJson.malformed("a kind or thread has another form");
        }
        return new Enclosed(
                WireJson.id(json, "id"),
                kind,
                WireJson.smallNumber(json, "version"),
                thread,
                WireJson.smallNumber(json, "threadNumber"),
                WireJson.text(json, "body"));
    }
}
