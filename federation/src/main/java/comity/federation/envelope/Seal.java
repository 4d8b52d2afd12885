package comity.federation.envelope;

import comity.directory.keys.SealKey;
import comity.kernel.Curves;
import comity.kernel.Utf8;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.stream.Collectors;

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

    private final SealAlgorithm algorithm;
    private final PrivateKey key;
    private final X509Certificate certificate;
    /// The header between its type and its moment is the same for everything that one key signs.
    private final String headerMiddle;

    public Seal(SealKey key) {
        this.algorithm = SealAlgorithm.of((ECPublicKey) key.certificate().getPublicKey())
                .orElseThrow(() -> new IllegalArgumentException("A seal is an EC key on P-256 or P-384"));
        this.key = key.key();
        this.certificate = key.certificate();
        String chain = key.chain().stream()
                .map(certificate -> "\"" + encode(certificate) + "\"")
                .collect(Collectors.joining(","));
        this.headerMiddle = "\",\"cty\":\"json\",\"x5c\":[" + chain + "],\"x5t#S256\":\""
                + SealKey.thumbprint(key.certificate()) + "\",\"iat\":";
    }

    /// The signed bytes.
    ///
    /// @param type [#LETTERS], [#RECEIPT] or [#EVIDENCE]
    public byte[] sign(String type, byte[] document, Instant at) {
        String header = "{\"alg\":\"" + algorithm.joseName() + "\",\"typ\":\"" + type + headerMiddle
                + at.getEpochSecond() + "}";
        byte[] encodedHeader = Compact.encodeToBytes(Utf8.bytes(header));
        byte[] encodedDocument = Compact.encodeToBytes(document);
        ByteArrayOutputStream signed =
                new ByteArrayOutputStream(encodedHeader.length + encodedDocument.length + 2 + 128);
        signed.writeBytes(encodedHeader);
        signed.write('.');
        signed.writeBytes(encodedDocument);
        byte[] signature = signature(signed.toByteArray());
        signed.write('.');
        signed.writeBytes(Compact.encodeToBytes(signature));
        return signed.toByteArray();
    }

    /// Whether a document says that it was signed with this seal. One of ours may say another: seals are renewed.
    public boolean isOf(SignedReader.Signed document) {
        return document.chain().getFirst().equals(certificate);
    }

    private byte[] signature(byte[] text) {
        try {
            // A key in a hardware module has no encoding and is signed with by its own provider.
            Signature signature = key.getEncoded() == null
                    ? Signature.getInstance(algorithm.javaName())
                    : Signature.getInstance(algorithm.javaName(), Curves.provider());
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The seal does not sign", e);
        }
    }

    private static String encode(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
