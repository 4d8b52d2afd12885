package comity.evidence.signature;

import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.List;

/// Whom a verifier believes, as it was given on their own way: not from the package that is to be checked.
///
/// @param roots of the States' authorities, and of the time-stamp authorities
/// @param revocations lists of certificates that were taken back; without any, revocation is not known
public record Trust(List<X509Certificate> roots, List<X509CRL> revocations) {
    /// Nobody yet.
    public static final Trust NONE = new Trust(List.of(), List.of());

    public Trust {
        roots = List.copyOf(roots);
        revocations = List.copyOf(revocations);
    }
}
