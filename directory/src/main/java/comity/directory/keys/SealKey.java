package comity.directory.keys;

import comity.kernel.Sha256;
import comity.kernel.StateCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;

/// What a State signs with: a P-256 private key and the certificates that lead to its root, the own one first, the
/// root left out. The key may live in a hardware module; then [#key] is only its handle.
public record SealKey(PrivateKey key, List<X509Certificate> chain) {
    public SealKey {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("A seal has a certificate");
        }
    }

    /// Reads PEM files: the certificates, own one first, and the private key (PKCS #8).
    public static SealKey load(Path certificates, Path privateKey) throws IOException {
        return new SealKey(
                Pem.privateKey(Files.readString(privateKey)), Pem.certificates(Files.readString(certificates)));
    }

    public X509Certificate certificate() {
        return chain.getFirst();
    }

    /// The State that the certificate names.
    public StateCode state() {
        return Certificates.stateOf(certificate())
                .orElseThrow(() -> new IllegalArgumentException("The seal certificate names no State"));
    }

    /// SHA-256 of a certificate in base64url, as in the JOSE header `x5t#S256` (RFC 7515, 4.1.8).
    public static String thumbprint(X509Certificate certificate) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.digest(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
