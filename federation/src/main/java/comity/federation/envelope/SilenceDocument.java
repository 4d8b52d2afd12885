package comity.federation.envelope;

import comity.federation.LetterStatement;
import comity.federation.Receipt;
import comity.kernel.StateCode;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;

/// What a node states, with its own seal, of a letter for which no receipt came: negative evidence.
///
/// @param from who states it
/// @param event [Receipt.Event#RELAY_TIMED_OUT] or [Receipt.Event#RELAY_FAILED]
/// @param letter what had been written, and to whom
/// @param putAt since when it has been on its way
/// @param attempts how often it was sent
/// @param lastProblem what the last attempt ended with; empty when none was made
public record SilenceDocument(
        UUID id,
        StateCode from,
        Instant at,
        Receipt.Event event,
        LetterStatement letter,
        Instant putAt,
        int attempts,
        String lastProblem) {
    /// As JSON, ready to be signed.
    public byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = WireJson.JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberProperty("v", WireJson.VERSION);
            json.writeStringProperty("id", id.toString());
            json.writeStringProperty("from", from.code());
            json.writeStringProperty("at", at.toString());
            json.writeStringProperty("event", event.word());
            json.writeStringProperty("letter", letter.id().toString());
            json.writeStringProperty("letterDigest", letter.digest());
            json.writeStringProperty("to", letter.to().code());
            json.writeStringProperty("thread", letter.thread());
            json.writeNumberProperty("threadNumber", letter.threadNumber());
            json.writeStringProperty("putAt", putAt.toString());
            json.writeNumberProperty("attempts", attempts);
            if (!lastProblem.isEmpty()) {
                json.writeStringProperty("lastProblem", lastProblem);
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }
}
