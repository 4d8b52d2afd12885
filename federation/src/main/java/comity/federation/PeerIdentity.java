package comity.federation;

import comity.directory.keys.Certificates;
import comity.kernel.StateCode;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Who opened a connection: the certificates shown in the TLS handshake, own one first. What they are worth is for the
/// inbox to say.
public record PeerIdentity(List<X509Certificate> chain) {
    public PeerIdentity {
        chain = List.copyOf(chain);
    }

    /// From the certificates of a servlet call or an SSL session.
    public static PeerIdentity of(X509Certificate[] chain) {
        return new PeerIdentity(Arrays.asList(chain));
    }

    /// The State that the certificate names, believed or not.
    public Optional<StateCode> state() {
        return chain.isEmpty() ? Optional.empty() : Certificates.stateOf(chain.getFirst());
    }
}
