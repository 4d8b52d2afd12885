package comity.federation.envelope;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.util.Base64;
import comity.directory.keys.Curves;
import comity.directory.keys.SealKey;
import comity.federation.Problem;
import comity.federation.Refused;
import comity.kernel.Utf8;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Reads signed documents and says by whose certificate they are signed.
///
/// A peer shows the same certificates in every envelope, so parsed ones and the verifiers made from them are
/// remembered; remembering says nothing of whether they are to be believed.
public final class SignedReader {
    private static final int REMEMBERED = 1024;
    private static final int LONGEST_CHAIN = 4;
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.ES256, JWSAlgorithm.ES384);

    private final Map<List<Base64>, Signer> signers = new ConcurrentHashMap<>();

    private record Signer(List<X509Certificate> chain, ECDSAVerifier verifier) {}

    /// A document as signed. Its payload counts for nothing before [#requireSignature].
    public static final class Signed {
        private final JWSObject object;
        private final Signer signer;
        private final byte[] payload;

        private Signed(JWSObject object, Signer signer) {
            this.object = object;
            this.signer = signer;
            this.payload = object.getPayload().toBytes();
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
            return Instant.ofEpochSecond(((Number) object.getHeader().getCustomParam("iat")).longValue());
        }

        /// @throws Refused as forged, unless the certificate's key has signed exactly this
        public void requireSignature() throws Refused {
            try {
                if (object.verify(signer.verifier)) {
                    return;
                }
            } catch (JOSEException e) {
                // Another algorithm than the key's, or a number outside the curve: not a signature either.
            }
            throw new Refused(Problem.FORGED, "the signature does not fit");
        }
    }

    /// Takes a compact JWS apart.
    ///
    /// @param type the `typ` that is expected
    public Signed read(byte[] bytes, String type) throws Refused {
        JWSObject object;
        try {
            object = JWSObject.parse(Utf8.text(bytes));
        } catch (ParseException | RuntimeException e) {
            throw new Refused(Problem.MALFORMED, "not a JWS in compact form");
        }
        JWSHeader header = object.getHeader();
        requireKnownHeader(header, type);
        return new Signed(object, signer(header));
    }

    private static void requireKnownHeader(JWSHeader header, String type) throws Refused {
        if (header.getCriticalParams() != null) {
            throw new Refused(Problem.UNKNOWN_CRITICAL_HEADER, "\"crit\": " + header.getCriticalParams());
        }
        if (header.getType() == null || !type.equals(header.getType().getType())) {
            throw new Refused(Problem.UNKNOWN_TYPE, "\"typ\" is not " + type);
        }
        if (!ALGORITHMS.contains(header.getAlgorithm())) {
            throw new Refused(Problem.UNSUPPORTED_SIGNATURE, "\"alg\" is " + header.getAlgorithm());
        }
        if (!(header.getCustomParam("iat") instanceof Long || header.getCustomParam("iat") instanceof Integer)) {
            throw new Refused(Problem.UNSUPPORTED_SIGNATURE, "\"iat\" is missing");
        }
    }

    private Signer signer(JWSHeader header) throws Refused {
        List<Base64> encoded = header.getX509CertChain();
        if (encoded == null || encoded.isEmpty() || encoded.size() > LONGEST_CHAIN) {
            throw new Refused(Problem.UNSUPPORTED_SIGNATURE, "\"x5c\" is missing or too long");
        }
        Signer signer = signers.get(encoded);
        if (signer == null) {
            signer = parse(encoded);
            if (signers.size() >= REMEMBERED) {
                signers.clear();
            }
            signers.put(List.copyOf(encoded), signer);
        }
        String thumbprint = SealKey.thumbprint(signer.chain.getFirst());
        if (header.getX509CertSHA256Thumbprint() == null
                || !thumbprint.equals(header.getX509CertSHA256Thumbprint().toString())) {
            throw new Refused(Problem.UNSUPPORTED_SIGNATURE, "\"x5t#S256\" does not fit \"x5c\"");
        }
        return signer;
    }

    private static Signer parse(List<Base64> encoded) throws Refused {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            List<X509Certificate> chain = new ArrayList<>();
            for (Base64 certificate : encoded) {
                chain.add(
                        (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(certificate.decode())));
            }
            if (!(chain.getFirst().getPublicKey() instanceof ECPublicKey key)) {
                throw new Refused(Problem.UNSUPPORTED_SIGNATURE, "the certificate's key is not on a curve");
            }
            ECDSAVerifier verifier = new ECDSAVerifier(key);
            verifier.getJCAContext().setProvider(Curves.provider());
            return new Signer(List.copyOf(chain), verifier);
        } catch (CertificateException | JOSEException | RuntimeException e) {
            throw new Refused(Problem.UNSUPPORTED_SIGNATURE, "\"x5c\" holds no usable certificate");
        }
    }
}
