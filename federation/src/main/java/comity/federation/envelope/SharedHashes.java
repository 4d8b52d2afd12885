package comity.federation.envelope;

import comity.federation.Refused;
import comity.ledger.Hash;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/// The hashes of a receipt's proofs, each written once.
///
/// Letters of one envelope are neighbours in the ledger, so their ways to the root are nearly the same: each
/// names its hashes by number in the member `hashes`.
final class SharedHashes {
    /// The letters of one envelope, each with the longest way there is.
    private static final int MOST = Envelope.MOST_LETTERS * 64;

    private static final int LONGEST_PATH = 64;

    private final Map<Hash, Integer> numbers = new LinkedHashMap<>();
    private final List<Hash> hashes;

    /// To be written.
    SharedHashes() {
        this(List.of());
    }

    private SharedHashes(List<Hash> hashes) {
        this.hashes = hashes;
    }

    static SharedHashes read(JsonNode document) throws Refused {
        JsonNode array = document.path("hashes");
        if (!array.isArray() || array.size() > MOST) {
            throw WireJson.malformed("\"hashes\" is missing or too long");
        }
        List<Hash> hashes = new ArrayList<>(array.size());
        for (JsonNode hash : array) {
            hashes.add(hash(hash));
        }
        return new SharedHashes(hashes);
    }

    private static Hash hash(JsonNode text) throws Refused {
        try {
            Hash hash = Hash.of(Base64.getDecoder().decode(text.asString("")));
            if (base64(hash).equals(text.asString(""))) {
                return hash;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw WireJson.malformed("a hash has another form");
    }

    private static String base64(Hash hash) {
        return Base64.getEncoder().encodeToString(hash.bytes());
    }

    /// The number under which a hash will be written.
    int number(Hash hash) {
        return numbers.computeIfAbsent(hash, _ -> numbers.size());
    }

    void write(JsonGenerator json) {
        json.writeArrayPropertyStart("hashes");
        numbers.keySet().forEach(hash -> json.writeString(base64(hash)));
        json.writeEndArray();
    }

    /// The hashes that a path names.
    List<Hash> path(JsonNode numbers) throws Refused {
        if (!numbers.isArray() || numbers.size() > LONGEST_PATH) {
            throw WireJson.malformed("\"path\" is missing or too long");
        }
        List<Hash> path = new ArrayList<>(numbers.size());
        for (JsonNode number : numbers) {
            if (!number.isInt() || number.intValue() < 0 || number.intValue() >= hashes.size()) {
                throw WireJson.malformed("a path names a hash that is not there");
            }
            path.add(hashes.get(number.intValue()));
        }
        return path;
    }
}
