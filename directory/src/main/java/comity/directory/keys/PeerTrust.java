package comity.directory.keys;

import comity.kernel.StateCode;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;

/// Whom a connection between nodes believes: a State's certificate under the root that the directory names for that
/// State, now. Whoever is not believed hears no more than TLS tells, and is written into the log.
///
/// A plain [X509TrustManager] on purpose: Java then adds its own check that the certificate names the host called.
public final class PeerTrust implements X509TrustManager {
    private static final System.Logger LOG = System.getLogger(PeerTrust.class.getName());
    /// Anybody can knock as often as they like, and a log has an end.
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(1);

    private final Certificates certificates;
    private final Clock clock;
    private final Optional<StateCode> expected;
    private Instant saidAt = Instant.EPOCH;
    private int unsaid;

    private PeerTrust(Certificates certificates, Clock clock, Optional<StateCode> expected) {
        this.certificates = certificates;
        this.clock = clock;
        this.expected = expected;
    }

    /// Believes one State: for a connection to its node.
    public static PeerTrust in(StateCode state, Certificates certificates, Clock clock) {
        return new PeerTrust(certificates, clock, Optional.of(state));
    }

    /// Believes every State with a node in the directory: for the port that other nodes call.
    public static PeerTrust inAll(Certificates certificates, Clock clock) {
        return new PeerTrust(certificates, clock, Optional.empty());
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
        Optional<StateCode> state = expected.or(() -> Certificates.stateOf(chain.getFirst()));
        if (state.isEmpty()) {
            throw refused("The certificate names no State");
        }
        Certificates.Verdict verdict =
                certificates.check(state.get(), chain, clock.instant(), Certificates.Use.CHANNEL);
        if (verdict != Certificates.Verdict.TRUSTED) {
            throw refused("The certificate shown for " + state.get() + " is " + verdict);
        }
    }

    private CertificateException refused(String why) {
        say(why);
        return new CertificateException(why);
    }

    private synchronized void say(String why) {
        Instant now = clock.instant();
        if (Duration.between(saidAt, now).compareTo(BETWEEN_LINES) < 0) {
            unsaid++;
            return;
        }
        LOG.log(
                System.Logger.Level.WARNING,
                "A connection was refused: {0} ({1} more since the last line)",
                why,
                unsaid);
        saidAt = now;
        unsaid = 0;
    }
}
