package comity.directory.keys;

import comity.directory.Directory;
import comity.directory.Entry;
import comity.directory.NodeAddress;
import comity.kernel.StateCode;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.X509TrustManager;

/// Whom a connection between nodes believes: a State's certificate under the root that the directory names for that
/// State, now.
///
/// A plain [X509TrustManager] on purpose: Java then adds its own check that the certificate names the host called.
public final class PeerTrust implements X509TrustManager {
    private final Directory directory;
    private final Certificates certificates;
    private final Clock clock;
    private final Optional<StateCode> expected;
    private final Map<String, X509Certificate> roots = new ConcurrentHashMap<>();

    private PeerTrust(Directory directory, Certificates certificates, Clock clock, Optional<StateCode> expected) {
        this.directory = directory;
        this.certificates = certificates;
        this.clock = clock;
        this.expected = expected;
    }

    /// Believes one State: for a connection to its node.
    public static PeerTrust in(StateCode state, Directory directory, Certificates certificates, Clock clock) {
        return new PeerTrust(directory, certificates, clock, Optional.of(state));
    }

    /// Believes every State with a node in the directory: for the port that other nodes call.
    public static PeerTrust inAll(Directory directory, Certificates certificates, Clock clock) {
        return new PeerTrust(directory, certificates, clock, Optional.empty());
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authentication) throws CertificateException {
        check(List.of(chain));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authentication) throws CertificateException {
        check(List.of(chain));
    }

    /// Names no roots to the other side: it would be the whole directory.
    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }

    private void check(List<X509Certificate> chain) throws CertificateException {
        StateCode state = expected.or(() -> Certificates.stateOf(chain.getFirst()))
                .orElseThrow(() -> new CertificateException("The certificate names no State"));
        NodeAddress node = directory
                .find(state)
                .flatMap(Entry::node)
                .orElseThrow(() -> new CertificateException("The directory knows no node of " + state));
        if (roots.size() > 1000) {
            roots.clear();
        }
        X509Certificate root = roots.computeIfAbsent(node.rootCertificate(), Pem::certificate);
        Certificates.Verdict verdict =
                certificates.check(chain, root, clock.instant(), state, Certificates.Use.CHANNEL);
        if (verdict != Certificates.Verdict.TRUSTED) {
            throw new CertificateException("The certificate shown for " + state + " is " + verdict);
        }
    }
}
