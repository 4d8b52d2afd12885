package comity.vault.exhibits;

import comity.directory.Directory;
import comity.directory.Entry;
import comity.directory.NodeAddress;
import comity.directory.keys.Pem;
import comity.evidence.age.Progress;
import comity.evidence.pack.Checking;
import comity.evidence.pack.Finding;
import comity.evidence.pack.SealedFolder;
import comity.evidence.signature.SignatureFinding;
import comity.evidence.signature.SignatureVerifier;
import comity.evidence.signature.Trust;
import comity.vault.Exhibit;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Compares a package with its seal, opens it in memory without keeping anything, and asks whether the State that
/// should have sealed it did: under the root that the directory names for it, with a key that was not revoked.
public final class Verifying {
    private final Vault vault;
    private final List<X509Certificate> timestampRoots;
    private final int workers;

    /// @param timestampRoots of the time-stamp authorities that this State believes
    public Verifying(Vault vault, List<X509Certificate> timestampRoots, int workers) {
        this.vault = vault;
        this.timestampRoots = List.copyOf(timestampRoots);
        this.workers = workers;
    }

    /// What came of it.
    ///
    /// @param code the reason when it is not good; empty when it is
    /// @param subject the part it is about
    /// @param signer who signed, as the certificate says
    record Verdict(String code, String subject, String signer) {
        static Verdict bad(String code, String subject) {
            return new Verdict(code.isEmpty() ? "unknown" : code, subject, "");
        }

        boolean isGood() {
            return code.isEmpty();
        }
    }

    Verdict verify(Exhibit exhibit, Path folder, Progress progress) {
        Optional<NodeAddress> sealer = sealer(vault.directory(), exhibit);
        if (sealer.isEmpty()) {
            return Verdict.bad("sealer-unknown", exhibit.reference().state().code());
        }
        X509Certificate root = Pem.certificate(sealer.get().rootCertificate());
        List<X509Certificate> roots = new ArrayList<>(timestampRoots);
        roots.add(root);
        Trust trust = new Trust(roots, List.of());
        Instant now = vault.clock().instant();
        List<Finding> findings = new Checking(workers, trust, now, progress)
                .sealed(folder, vault.keys().identities());
        for (Finding finding : findings) {
            boolean bad = finding.outcome() == Finding.Outcome.BAD || finding.outcome() == Finding.Outcome.UNKNOWN;
            if (bad && finding.check() != Finding.Check.TIME) {
                return Verdict.bad(finding.code(), finding.subject());
            }
            if (finding.outcome() == Finding.Outcome.NOT_DONE
                    && (finding.check() == Finding.Check.SIGNER || finding.check() == Finding.Check.CONTENTS)) {
                return Verdict.bad(finding.code(), finding.check().name().toLowerCase(Locale.ROOT));
            }
        }
        return signer(SealedFolder.read(folder), trust, root, sealer.get(), now);
    }

    private static Optional<NodeAddress> sealer(Directory directory, Exhibit exhibit) {
        return directory.find(exhibit.reference().state()).flatMap(Entry::node);
    }

    /// A time-stamp root vouches for times and not for a State: the signer's own certificate must be issued under the
    /// State's root.
    private static Verdict signer(
            SealedFolder folder, Trust trust, X509Certificate root, NodeAddress sealer, Instant now) {
        SignatureFinding found = new SignatureVerifier(new Trust(List.of(root), trust.revocations()), now)
                .check(folder.statement(), folder.signature().orElseThrow());
        Optional<X509Certificate> certificate = found.certificate();
        if (found.signer().kind() != SignatureFinding.Kind.YES || certificate.isEmpty()) {
            return Verdict.bad(found.signer().code(), found.signerName().orElse(""));
        }
        Instant at = found.signedAt().orElse(now);
        boolean revoked = sealer.revoked().stream()
                .anyMatch(revocation -> revocation.strikes(List.of(certificate.get(), root), at));
        return revoked
                ? Verdict.bad("certificate-revoked", found.signerName().orElse(""))
                : new Verdict("", "", found.signerName().orElse(""));
    }
}
