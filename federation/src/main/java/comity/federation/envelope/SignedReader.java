package comity.federation.envelope;

import comity.directory.keys.SealKey;
import comity.federation.Problem;
import comity.federation.Refused;
import comity.kernel.Curves;
import comity.kernel.Utf8;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Reads signed documents and says by whose certificate they are signed.
///
/// A peer shows the same certificates in every envelope, so parsed ones are remembered; remembering says nothing of
/// whether they are to be believed.
public final class SignedReader {
    private static final int REMEMBERED = 256;
    private static final int LONGEST_CHAIN = 4;
    /// In base64: ten times what one needs, and so little that some hundred remembered chains weigh nothing.
    private static final int LONGEST_CERTIFICATE = 16 * 1024;
    private static final int PARTS = 3;

    private final Map<List<String>, Signer> signers = new ConcurrentHashMap<>();

    private record Signer(List<X509Certificate> chain, ECPublicKey key, String thumbprint) {}

    /// A document as signed. Its payload counts for nothing before [#requireSignature].
    public static final class Signed {
        private final SealAlgorithm algorithm;
        private final Signer signer;
        private final Instant signedAt;
        private final byte[] text;
        private final byte[] payload;
        private final byte[] signature;

        private Signed(
                SealAlgorithm algorithm,
                Signer signer,
                Instant signedAt,
                byte[] text,
                byte[] payload,
                byte[] signature) {
            this.algorithm = algorithm;
            this.signer = signer;
            this.signedAt = signedAt;
            this.text = text;
            this.payload = payload;
            this.signature = signature;
        }

        /// The signer's certificates, own one first.
        public List<X509Certificate> chain() {
            return signer.chain;
        }

        /// The document's text.
        public byte[] payload() {
            return payload;
        }

        /// The moment in the header, to the second.
        public Instant signedAt() {
            return signedAt;
        }

        /// @throws Refused as forged, unless the certificate's key has signed exactly this
        public void requireSignature() throws Refused {
            if (!fits()) {
                throw new Refused(Problem.FORGED, "the signature does not fit");
            }
        }

        private boolean fits() {
            // An algorithm belongs to one curve; a signature of another length is none.
            if (!SealAlgorithm.of(signer.key).filter(algorithm::equals).isPresent()
                    || signature.length != algorithm.signatureBytes()) {
                return false;
            }
            try {
                Signature verifier = Signature.getInstance(algorithm.javaName(), Curves.provider());
                verifier.initVerify(signer.key);
                verifier.update(text);
                return verifier.verify(signature);
            } catch (GeneralSecurityException e) {
                // A number outside the curve's order: not a signature either.
                return false;
            }
        }
    }

    /// Takes a compact JWS apart.
    ///
    /// @param type the `typ` that is expected
    public Signed read(byte[] bytes, String type) throws Refused {
        List<String> parts = Compact.parts(Utf8.text(bytes));
        if (parts.size() != PARTS) {
            throw notCompact();
        }
        JsonNode header = header(decoded(parts.getFirst()));
        SealAlgorithm algorithm = requireKnownHeader(header, type);
        byte[] payload = decoded(parts.get(1));
        byte[] signature = decoded(parts.get(2));
        int textLength = parts.getFirst().length() + 1 + parts.get(1).length();
        return new Signed(
                algorithm,
                signer(header),
                Instant.ofEpochSecond(header.path("iat").longValue()),
                Arrays.copyOf(bytes, textLength),
                payload,
                signature);
    }

    private static byte[] decoded(String part) throws Refused {
        return Compact.decode(part).orElseThrow(SignedReader::notCompact);
    }

    private static JsonNode header(byte[] json) throws Refused {
        try {
            JsonNode header = WireJson.JSON.readTree(json);
            if (header.isObject()) {
                return header;
            }
        } catch (JacksonException e) {
            // Said below.
        }
        throw notCompact();
    }

    private static Refused notCompact() {
        return new Refused(Problem.MALFORMED, "not a JWS in compact form");
    }

    private static SealAlgorithm requireKnownHeader(JsonNode header, String type) throws Refused {
        if (header.has("crit")) {
            throw new Refused(Problem.UNKNOWN_CRITICAL_HEADER, "\"crit\": " + header.path("crit"));
        }
        if (!type.equals(header.path("typ").asString(""))) {
            throw new Refused(Problem.UNKNOWN_TYPE, "\"typ\" is not " + type);
        }
        String name = header.path("alg").asString("");
        SealAlgorithm algorithm = SealAlgorithm.ofName(name)
                .orElseThrow(() -> new Refused(Problem.UNSUPPORTED_SIGNATURE, "\"alg\" is " + name));
        JsonNode moment = header.path("iat");
        if (!moment.isIntegralNumber() || !moment.canConvertToLong() || !isMoment(moment.longValue())) {
            throw new Refused(Problem.UNSUPPORTED_SIGNATURE, "\"iat\" is missing");
        }
        return algorithm;
    }

    private static boolean isMoment(long seconds) {
        return seconds >= 0 && seconds <= Instant.MAX.getEpochSecond();
    }

    private Signer signer(JsonNode header) throws Refused {
        List<String> encoded = chain(header.path("x5c"));
        Signer signer = signers.get(encoded);
        if (signer == null) {
            signer = parse(encoded);
            if (signers.size() >= REMEMBERED) {
                signers.clear();
            }
            signers.put(encoded, signer);
        }
        if (!signer.thumbprint.equals(header.path("x5t#S256").asString(""))) {
            throw new Refused(Problem.UNSUPPORTED_SIGNATURE, "\"x5t#S256\" does not fit \"x5c\"");
        }
        return signer;
    }

    private static List<String> chain(JsonNode array) throws Refused {
        if (!array.isArray() || array.isEmpty() || array.size() > LONGEST_CHAIN) {
            throw new Refused(Problem.UNSUPPORTED_SIGNATURE, "\"x5c\" is missing or too long");
        }
        List<String> encoded = new ArrayList<>(array.size());
        for (JsonNode certificate : array) {
            String text = certificate.asString("");
            if (text.length() > LONGEST_CERTIFICATE) {
                throw new Refused(Problem.UNSUPPORTED_SIGNATURE, "a certificate of " + text.length() + " characters");
            }
            encoded.add(text);
        }
        return List.copyOf(encoded);
    }

    private static Signer parse(List<String> encoded) throws Refused {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            List<X509Certificate> chain = new ArrayList<>();
            for (String certificate : encoded) {
                chain.add((X509Certificate) factory.generateCertificate(
                        new ByteArrayInputStream(Base64.getDecoder().decode(certificate))));
            }
            if (!(chain.getFirst().getPublicKey() instanceof ECPublicKey key)) {
                throw new Refused(Problem.UNSUPPORTED_SIGNATURE, "the certificate's key is not on a curve");
            }
            return new Signer(List.copyOf(chain), key, SealKey.thumbprint(chain.getFirst()));
        } catch (CertificateException | RuntimeException e) {
            throw new Refused(Problem.UNSUPPORTED_SIGNATURE, "\"x5c\" holds no usable certificate");
        }
    }
}
