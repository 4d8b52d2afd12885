package comity.federation;

import comity.directory.keys.Certificates;
import comity.directory.keys.ChannelKey;
import comity.directory.keys.PeerTrust;
import comity.kernel.StateCode;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocketFactory;

/// The way to another State's node: TLS 1.3 in both directions, believing only that State's root.
public final class PeerLine {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final ChannelKey channel;
    private final Certificates certificates;
    private final Clock clock;

    public PeerLine(ChannelKey channel, Certificates certificates, Clock clock) {
        this.channel = channel;
        this.certificates = certificates;
        this.clock = clock;
    }

    /// A client for one State's node; whoever opens it closes it.
    public HttpClient to(StateCode peer) {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3"});
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(channel.context(PeerTrust.in(peer, certificates, clock)))
                .sslParameters(parameters)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /// Sockets to one State's node, for long files: Java's other client costs half of the processor's time for each
    /// byte.
    public SSLSocketFactory sockets(StateCode peer) {
        return new PeerSockets(
                channel.context(PeerTrust.in(peer, certificates, clock)).getSocketFactory());
    }
}
