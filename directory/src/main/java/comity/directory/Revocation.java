package comity.directory;

import comity.kernel.Sha256;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/// A certificate or a key that is not to be believed from a moment on: stolen, lost, or given up.
///
/// @param of whether the digest is of a certificate or of a key, which many certificates can carry
/// @param digest SHA-256 of the certificate, or of its SubjectPublicKeyInfo, in base64url without padding
/// @param from what came before this moment stays good
public record Revocation(Of of, String digest, Instant from) {
    private static final Pattern DIGEST = Pattern.compile("[A-Za-z0-9_-]{43}");

    /// What was revoked.
    public enum Of {
        CERTIFICATE,
        KEY
    }

    public Revocation {
        if (!DIGEST.matcher(digest).matches()) {
            throw new IllegalArgumentException("What is revoked is named by a SHA-256 in base64url");
        }
    }

    /// Of one certificate.
    public static Revocation of(X509Certificate certificate, Instant from) {
        return new Revocation(Of.CERTIFICATE, digest(Of.CERTIFICATE, certificate), from);
    }

    /// Of a key, and with it of every certificate that was or will be made for it.
    public static Revocation ofKey(X509Certificate certificate, Instant from) {
        return new Revocation(Of.KEY, digest(Of.KEY, certificate), from);
    }

    /// Whether a chain is not to be believed at a moment because of this.
    public boolean strikes(List<X509Certificate> chain, Instant at) {
        return !at.isBefore(from)
                && chain.stream()
                        .anyMatch(certificate -> digest(of, certificate).equals(digest));
    }

    private static String digest(Of of, X509Certificate certificate) {
        try {
            byte[] bytes = switch (of) {
                case CERTIFICATE -> certificate.getEncoded();
                case KEY -> certificate.getPublicKey().getEncoded();
            };
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Sha256.digest(bytes));
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException("A certificate that was read can be written", e);
        }
    }
}
