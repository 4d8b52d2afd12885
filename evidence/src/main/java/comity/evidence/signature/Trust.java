package comity.evidence.signature;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
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

    /// Reads certificates and lists, in PEM or DER.
    ///
    /// @throws EvidenceRefused with [EvidenceFault#TRUST_UNREADABLE] when a file holds neither
    public static Trust of(List<Path> files) {
        List<X509Certificate> roots = new ArrayList<>();
        List<X509CRL> revocations = new ArrayList<>();
        for (Path file : files) {
            int before = roots.size() + revocations.size();
            try {
                byte[] bytes = Files.readAllBytes(file);
                CertificateFactory factory = CertificateFactory.getInstance("X.509");
                read(() -> factory.generateCertificates(new ByteArrayInputStream(bytes)))
                        .forEach(each -> roots.add((X509Certificate) each));
                read(() -> factory.generateCRLs(new ByteArrayInputStream(bytes)))
                        .forEach(each -> revocations.add((X509CRL) each));
            } catch (IOException | CertificateException e) {
                throw new EvidenceRefused(EvidenceFault.TRUST_UNREADABLE, file.toString(), e);
            }
            if (roots.size() + revocations.size() == before) {
                throw new EvidenceRefused(EvidenceFault.TRUST_UNREADABLE, file.toString());
            }
        }
        return new Trust(roots, revocations);
    }

    /// A file of the one kind is not one of the other.
    private static <T> Collection<? extends T> read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (GeneralSecurityException e) {
            return List.of();
        }
    }

    private interface Reading<T> {
        Collection<? extends T> read() throws GeneralSecurityException;
    }
}
