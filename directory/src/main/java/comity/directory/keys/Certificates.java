package comity.directory.keys;

import comity.directory.Directory;
import comity.directory.Entry;
import comity.directory.NodeAddress;
import comity.kernel.StateCode;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/// Whether a chain of certificates speaks for a State at a moment (RFC 5280, section 6): under the root that the
/// directory names for that State, and not among those that it says are no longer to be believed.
///
/// A chain that was found good is remembered with the time it is good for, because a peer signs thousands of
/// letters with the same one. A chain that was not is checked anew each time: the directory may have changed.
/// What is revoked is asked each time, too.
public final class Certificates {
    private static final int REMEMBERED = 4096;
    private static final int REMEMBERED_ROOTS = 1024;
    private static final int LONGEST_CHAIN = 4;
    /// Two letters of a country inside a legal person's identifier (ETSI EN 319 412-1): `GOVXA-…`.
    private static final int IDENTIFIER_STATE = 3;

    private final Directory directory;
    private final Map<Question, Window> good = new ConcurrentHashMap<>();
    private final Map<String, X509Certificate> roots = new ConcurrentHashMap<>();

    /// @param directory where roots and revocations are read
    public Certificates(Directory directory) {
        this.directory = directory;
    }

    /// What a certificate may be used for.
    public enum Use {
        /// Signing letters, receipts and records: key usage content commitment.
        SEAL,
        /// Opening and answering connections between nodes: extended key usage server and client.
        CHANNEL
    }

    /// What came of a check.
    public enum Verdict {
        TRUSTED,
        /// The directory has no node of this State, and so no root.
        NO_NODE,
        /// No chain, a broken one, or one that does not lead to the State's root.
        UNTRUSTED,
        /// Before or after its time.
        OUT_OF_TIME,
        /// It names another State, or none.
        WRONG_STATE,
        /// Made for something else.
        WRONG_USE,
        /// The directory says that a certificate of the chain, or its key, is not to be believed from an
        /// earlier moment on.
        REVOKED
    }

    private record Question(List<X509Certificate> chain, X509Certificate root, StateCode state, Use use) {}

    private record Window(Instant from, Instant to) {
        boolean holds(Instant at) {
            return !at.isBefore(from) && !at.isAfter(to);
        }
    }

    /// Checks a chain, own certificate first, against what the directory says now.
    ///
    /// @param at the moment asked about: now for what has just come; for what is kept, the moment when it
    ///     came, so that a letter stays good when its key is revoked later
    public Verdict check(StateCode state, List<X509Certificate> chain, Instant at, Use use) {
        Optional<NodeAddress> node = directory.find(state).flatMap(Entry::node);
        if (node.isEmpty()) {
            return Verdict.NO_NODE;
        }
        X509Certificate root = root(node.get());
        Verdict verdict = check(new Question(chain, root, state, use), at);
        boolean revoked = verdict == Verdict.TRUSTED
                && node.get().revoked().stream()
                        .anyMatch(revocation -> revocation.strikes(chain, at) || revocation.strikes(List.of(root), at));
        return revoked ? Verdict.REVOKED : verdict;
    }

    private X509Certificate root(NodeAddress node) {
        if (roots.size() > REMEMBERED_ROOTS) {
            roots.clear();
        }
        return roots.computeIfAbsent(node.rootCertificate(), Pem::certificate);
    }

    private Verdict check(Question question, Instant at) {
        Window known = good.get(question);
        if (known != null) {
            return known.holds(at) ? Verdict.TRUSTED : Verdict.OUT_OF_TIME;
        }
        Verdict verdict = examine(question.chain, question.root, at, question.state, question.use);
        if (verdict == Verdict.TRUSTED) {
            if (good.size() >= REMEMBERED) {
                good.clear();
            }
            good.put(question, window(question.chain, question.root));
        }
        return verdict;
    }

    private static Verdict examine(
            List<X509Certificate> chain, X509Certificate root, Instant at, StateCode state, Use use) {
        if (chain.isEmpty() || chain.size() > LONGEST_CHAIN || !leadsTo(root, chain, at)) {
            return Verdict.UNTRUSTED;
        }
        if (!window(chain, root).holds(at)) {
            return Verdict.OUT_OF_TIME;
        }
        X509Certificate own = chain.getFirst();
        if (!stateOf(own).equals(Optional.of(state))) {
            return Verdict.WRONG_STATE;
        }
        return isFor(own, use) ? Verdict.TRUSTED : Verdict.WRONG_USE;
    }

    /// Signatures, constraints and names along the path. The time is examined apart, so that it can be named.
    private static boolean leadsTo(X509Certificate root, List<X509Certificate> chain, Instant at) {
        try {
            List<X509Certificate> path = chain.getLast().equals(root) ? chain.subList(0, chain.size() - 1) : chain;
            if (path.isEmpty()) {
                return false;
            }
            Window window = window(chain, root);
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(window.holds(at) ? at : window.from));
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
            return true;
        } catch (CertPathValidatorException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java checks certificate paths", e);
        }
    }

    private static Window window(List<X509Certificate> chain, X509Certificate root) {
        Instant from = root.getNotBefore().toInstant();
        Instant to = root.getNotAfter().toInstant();
        for (X509Certificate certificate : chain) {
            Instant begins = certificate.getNotBefore().toInstant();
            Instant ends = certificate.getNotAfter().toInstant();
            from = begins.isAfter(from) ? begins : from;
            to = ends.isBefore(to) ? ends : to;
        }
        return new Window(from, to);
    }

    private static boolean isFor(X509Certificate certificate, Use use) {
        return switch (use) {
            case SEAL -> {
                boolean[] usage = certificate.getKeyUsage();
                yield usage != null && usage[1];
            }
            case CHANNEL -> {
                try {
                    List<String> uses = certificate.getExtendedKeyUsage();
                    yield uses != null && uses.contains(KeyCeremony.CLIENT) && uses.contains(KeyCeremony.SERVER);
                } catch (CertificateException e) {
                    yield false;
                }
            }
        };
    }

    /// The State that a certificate names: its one country, which an organization identifier, if there is one, must
    /// repeat. Empty when it names none or contradicts itself.
    public static Optional<StateCode> stateOf(X509Certificate certificate) {
        X500Name subject =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        Optional<String> country = only(subject, BCStyle.C);
        boolean hasIdentifier = subject.getRDNs(BCStyle.ORGANIZATION_IDENTIFIER).length > 0;
        Optional<String> identifier = only(subject, BCStyle.ORGANIZATION_IDENTIFIER);
        if (country.isEmpty() || !country.get().matches("[A-Z]{2}")) {
            return Optional.empty();
        }
        if (hasIdentifier
                && !identifier
                        .filter(text -> text.startsWith(country.get(), IDENTIFIER_STATE))
                        .isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new StateCode(country.get()));
    }

    private static Optional<String> only(X500Name subject, ASN1ObjectIdentifier type) {
        RDN[] found = subject.getRDNs(type);
        return found.length == 1 && !found[0].isMultiValued()
                ? Optional.of(IETFUtils.valueToString(found[0].getFirst().getValue()))
                : Optional.empty();
    }
}
