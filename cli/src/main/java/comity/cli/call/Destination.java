package comity.cli.call;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// Which node is called, as whom.
///
/// @param node its address, for example `https://node.example`
/// @param token what shows who calls; nothing for what anyone may ask
/// @param trust whose certificates are believed; nothing for those that the machine believes
/// @param language the language in which the node shall speak (BCP 47)
public record Destination(URI node, Optional<String> token, Optional<SSLContext> trust, String language) {
    /// Whether a token may travel there: over TLS, or to this very machine.
    public boolean isPrivate() {
        if ("https".equalsIgnoreCase(node.getScheme())) {
            return true;
        }
        try {
            return InetAddress.getByName(node.getHost()).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /// Does not show the token.
    @Override
    public String toString() {
        return "Destination[" + node + "]";
    }
}
