package comity.federation.envelope;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.util.Base64;
import com.nimbusds.jose.util.Base64URL;
import comity.directory.keys.Curves;
import comity.directory.keys.SealKey;
import comity.kernel.Utf8;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Signs documents: a JWS in compact form whose header names the signer's certificates and the moment, as the profile
/// JAdES B-B asks (ETSI TS 119 182-1). ES256 for a key on P-256, ES384 for one on P-384: both fit hardware modules.
public final class Seal {
    /// The JOSE header `typ` of letters.
    public static final String LETTERS = "comity-letters+jws";
    /// The JOSE header `typ` of receipts.
    public static final String RECEIPT = "comity-receipt+jws";
    /// The JOSE header `typ` of what a node states of its own.
    public static final String EVIDENCE = "comity-evidence+jws";
    /// The media type of all three over HTTP.
    public static final String MEDIA_TYPE = "application/jose";

    private final JWSAlgorithm algorithm;
    private final ECDSASigner signer;
    private final List<Base64> chain;
    private final Base64URL thumbprint;

    public Seal(SealKey key) {
        Curve curve = Curve.forECParameterSpec(((ECPublicKey) key.certificate().getPublicKey()).getParams());
        this.algorithm = Curve.P_384.equals(curve) ? JWSAlgorithm.ES384 : JWSAlgorithm.ES256;
        try {
            this.signer = new ECDSASigner(key.key(), curve);
        } catch (JOSEException e) {
            throw new IllegalArgumentException("A seal is an EC key on P-256 or P-384", e);
        }
        if (key.key().getEncoded() != null) {
            // A key in a hardware module has no encoding and is signed with by its own provider.
            signer.getJCAContext().setProvider(Curves.provider());
        }
        this.chain = encode(key.chain());
        this.thumbprint = new Base64URL(SealKey.thumbprint(key.certificate()));
    }

    private static List<Base64> encode(List<X509Certificate> certificates) {
        List<Base64> encoded = new ArrayList<>();
        for (X509Certificate certificate : certificates) {
            try {
                encoded.add(Base64.encode(certificate.getEncoded()));
            } catch (CertificateEncodingException e) {
                throw new IllegalArgumentException(e);
            }
        }
        return encoded;
    }

    /// The signed bytes.
    ///
    /// @param type [#LETTERS], [#RECEIPT] or [#EVIDENCE]
    public byte[] sign(String type, byte[] document, Instant at) {
        JWSHeader header = new JWSHeader.Builder(algorithm)
                .type(new JOSEObjectType(type))
                .contentType("json")
                .x509CertChain(chain)
                .x509CertSHA256Thumbprint(thumbprint)
                .customParam("iat", at.getEpochSecond())
                .build();
        JWSObject signed = new JWSObject(header, new Payload(document));
        try {
            signed.sign(signer);
        } catch (JOSEException e) {
            throw new IllegalStateException("The seal does not sign", e);
        }
        return Utf8.bytes(signed.serialize());
    }
}
