package comity.federation;

import comity.directory.keys.SealKey;
import comity.federation.envelope.Bodies;
import comity.kernel.TimeOrderedId;
import comity.kernel.Utf8;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Makes envelopes by hand, good and bad, without the code under test: what another implementer would write after
/// reading docs/protocol.
public final class Forger {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    public final Map<String, Object> header = new LinkedHashMap<>();
    public final ObjectNode envelope;
    private final SealKey signer;

    /// A good envelope with one letter.
    public Forger(SealKey signer, String from, String to, String toKey, Instant now, String thread, int number) {
        this.signer = signer;
        header.put("alg", "ES256");
        header.put("typ", "comity-letters+jws");
        header.put("cty", "json");
        header.put("x5c", chain(signer.chain()));
        header.put("x5t#S256", SealKey.thumbprint(signer.certificate()));
        header.put("iat", now.getEpochSecond());
        envelope = JSON.createObjectNode();
        envelope.put("v", 1);
        envelope.put("id", TimeOrderedId.at(now).toString());
        envelope.put("from", from);
        envelope.put("to", to);
        envelope.put("sentAt", now.toString());
        envelope.put("expiresAt", now.plus(Duration.ofDays(30)).toString());
        envelope.putArray("letters").add(letter(now, thread, number, "a note", toKey));
    }

    /// Between two houses.
    public static Forger of(House from, House to, String thread, int number) {
        return new Forger(
                from.keys.seal(),
                from.state.code(),
                to.state.code(),
                to.keys.encryption().publicJwk(),
                from.clock.instant(),
                thread,
                number);
    }

    public static ObjectNode letter(Instant now, String thread, int number, String text, String toKey) {
        UUID id = TimeOrderedId.at(now);
        return JSON.createObjectNode()
                .put("id", id.toString())
                .put("kind", House.KIND)
                .put("version", 1)
                .put("thread", thread)
                .put("threadNumber", number)
                .put("body", new Bodies().encrypt(id, Utf8.bytes(text), toKey));
    }

    public ObjectNode firstLetter() {
        return (ObjectNode) envelope.path("letters").get(0);
    }

    public Forger header(String name, Object value) {
        header.put(name, value);
        return this;
    }

    public Forger with(Consumer<ObjectNode> change) {
        change.accept(envelope);
        return this;
    }

    public Forger withLetter(Consumer<ObjectNode> change) {
        change.accept(firstLetter());
        return this;
    }

    public byte[] sign() {
        return sign(signer, JSON.writeValueAsString(header), envelope.toString());
    }

    /// Signs any header over any text.
    public static byte[] sign(SealKey signer, String header, String payload) {
        String input = URL.encodeToString(Utf8.bytes(header)) + "." + URL.encodeToString(Utf8.bytes(payload));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(signer.key());
            signature.update(Utf8.bytes(input));
            return Utf8.bytes(input + "." + URL.encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    public static List<String> chain(List<X509Certificate> certificates) {
        List<String> encoded = new ArrayList<>();
        for (X509Certificate certificate : certificates) {
            try {
                encoded.add(Base64.getEncoder().encodeToString(certificate.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new AssertionError(e);
            }
        }
        return encoded;
    }
}
