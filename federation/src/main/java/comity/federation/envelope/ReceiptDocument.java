package comity.federation.envelope;

import comity.federation.Receipt;
import comity.federation.Refused;
import comity.kernel.OneLine;
import comity.kernel.StateCode;
import comity.ledger.Hash;
import comity.ledger.LeafPlace;
import comity.ledger.tree.InclusionProof;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// The answer to an envelope: what became of each letter, and where it stands in the ledger of the State that answers.
///
/// @param from who answers
/// @param to who had written
/// @param envelope id of the envelope answered
/// @param envelopeDigest SHA-256 of the envelope's bytes as they came, 64 hexadecimal digits
/// @param checkpoint a C2SP note that covers every place named
public record ReceiptDocument(
        UUID id,
        StateCode from,
        StateCode to,
        Instant at,
        UUID envelope,
        String envelopeDigest,
        List<Outcome> letters,
        String checkpoint) {
    /// What became of one letter.
    ///
    /// @param code the ground of a rejection
    /// @param receivedAt when it was first received: earlier than the receipt for a letter that came again
    /// @param path the hashes that lead from its place to the root of the checkpoint (RFC 9162, 2.1.3)
    public record Outcome(
            UUID letter,
            Receipt.Event event,
            Optional<String> code,
            String detail,
            Instant receivedAt,
            LeafPlace place,
            List<Hash> path) {
        public Outcome {
            path = List.copyOf(path);
        }

        /// The same, with its proof.
        public Outcome provedBy(InclusionProof proof) {
            return new Outcome(letter, event, code, detail, receivedAt, place, proof.path());
        }
    }

    public ReceiptDocument {
        letters = List.copyOf(letters);
    }

    /// As JSON, ready to be signed.
    public byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048 + 512 * letters.size());
        SharedHashes hashes = new SharedHashes();
        try (JsonGenerator json = WireJson.JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberProperty("v", WireJson.VERSION);
            json.writeStringProperty("id", id.toString());
            json.writeStringProperty("from", from.code());
            json.writeStringProperty("to", to.code());
            json.writeStringProperty("at", at.toString());
            json.writeStringProperty("envelope", envelope.toString());
            json.writeStringProperty("envelopeDigest", envelopeDigest);
            json.writeArrayPropertyStart("letters");
            for (Outcome outcome : letters) {
                write(json, outcome, hashes);
            }
            json.writeEndArray();
            json.writeStringProperty("checkpoint", checkpoint);
            hashes.write(json);
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, Outcome outcome, SharedHashes hashes) {
        json.writeStartObject();
        json.writeStringProperty("id", outcome.letter.toString());
        json.writeStringProperty("event", outcome.event.word());
        outcome.code.ifPresent(code -> json.writeStringProperty("code", code));
        if (!outcome.detail.isEmpty()) {
            json.writeStringProperty("detail", outcome.detail);
        }
        json.writeStringProperty("receivedAt", outcome.receivedAt.toString());
        json.writeObjectPropertyStart("place");
        json.writeNumberProperty("index", outcome.place.index());
        json.writeStringProperty("commitment", outcome.place.commitment());
        json.writeArrayPropertyStart("path");
        outcome.path.forEach(hash -> json.writeNumber(hashes.number(hash)));
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    /// Reads what was signed.
    public static ReceiptDocument read(byte[] document) throws Refused {
        JsonNode json = WireJson.read(document);
        SharedHashes hashes = SharedHashes.read(json);
        List<Outcome> letters = new ArrayList<>();
        for (JsonNode outcome : json.path("letters")) {
            letters.add(outcome(outcome, hashes));
        }
        return new ReceiptDocument(
                WireJson.id(json, "id"),
                WireJson.state(json, "from"),
                WireJson.state(json, "to"),
                WireJson.time(json, "at"),
                WireJson.id(json, "envelope"),
                WireJson.text(json, "envelopeDigest"),
                letters,
                WireJson.text(json, "checkpoint"));
    }

    private static Outcome outcome(JsonNode json, SharedHashes hashes) throws Refused {
        String word = WireJson.text(json, "event");
        Receipt.Event event =
                Receipt.Event.ofWord(word).orElseThrow(() -> WireJson.malformed("event \"" + word + "\" is unknown"));
        JsonNode place = json.path("place");
        try {
            return new Outcome(
                    WireJson.id(json, "id"),
                    event,
                    code(json),
                    OneLine.of(WireJson.optionalText(json, "detail").orElse("")),
                    WireJson.time(json, "receivedAt"),
                    new LeafPlace(WireJson.number(place, "index", 0), WireJson.text(place, "commitment")),
                    hashes.path(place.path("path")));
        } catch (IllegalArgumentException e) {
            throw WireJson.malformed("a place has another form");
        }
    }

    private static Optional<String> code(JsonNode json) throws Refused {
        Optional<String> code = WireJson.optionalText(json, "code");
        if (!code.map(WireJson::isCode).orElse(true)) {
            throw WireJson.malformed("a code has another form");
        }
        return code;
    }
}
