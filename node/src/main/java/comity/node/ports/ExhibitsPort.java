package comity.node.ports;

import comity.directory.keys.Certificates;
import comity.directory.keys.Certificates.Use;
import comity.directory.keys.Certificates.Verdict;
import comity.federation.PeerIdentity;
import comity.kernel.StateCode;
import comity.vault.exhibits.ExhibitDoor;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Optional;

/// The door to sealed exhibits on the letters port: asks who comes, by the certificate of the
/// connection.
public final class ExhibitsPort implements Filter {
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";
    private static final int CALLS_OF_ONE_PEER = 64;
    private static final int BUFFER = 64 * 1024;

    private final int port;
    private final ExhibitDoor door;
    private final Certificates certificates;
    private final Clock clock;
    private final Places places = new Places(CALLS_OF_ONE_PEER);

    public ExhibitsPort(int port, ExhibitDoor door, Certificates certificates, Clock clock) {
        this.port = port;
        this.door = door;
        this.certificates = certificates;
        this.clock = clock;
    }

    @Override
    public void doFilter(ServletRequest call, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) call;
        if (call.getLocalPort() == port && http.getRequestURI().startsWith(ExhibitDoor.PREFIX)) {
            answerPeer(http, (HttpServletResponse) answer);
        } else {
            chain.doFilter(call, answer);
        }
    }

    private void answerPeer(HttpServletRequest call, HttpServletResponse answer) throws IOException {
        Optional<StateCode> peer = peer(call);
        if (!call.getMethod().equals("GET")) {
            answer.setHeader("Allow", "GET");
            answer.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else if (peer.isEmpty()) {
            answer.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } else if (!places.enter(peer.get().code())) {
            answer.setHeader("Retry-After", "1");
            answer.setStatus(429);
        } else {
            try {
                write(
                        answer,
                        door.give(
                                peer.get(),
                                call.getRequestURI(),
                                Optional.ofNullable(call.getHeader("Range")),
                                Optional.ofNullable(call.getHeader("If-Match"))));
            } finally {
                places.leave(peer.get().code());
            }
        }
    }

    private Optional<StateCode> peer(HttpServletRequest call) {
        if (!(call.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain) || chain.length == 0) {
            return Optional.empty();
        }
        PeerIdentity peer = PeerIdentity.of(chain);
        return peer.state()
                .filter(state ->
                        certificates.check(state, peer.chain(), clock.instant(), Use.CHANNEL) == Verdict.TRUSTED);
    }

    private static void write(HttpServletResponse answer, ExhibitDoor.Given given) throws IOException {
        answer.setStatus(given.status());
        given.fields().forEach(answer::setHeader);
        if (given.bytes().isPresent()) {
            ExhibitDoor.Bytes bytes = given.bytes().get();
            answer.setContentType("application/octet-stream");
            answer.setContentLengthLong(bytes.length());
            answer.setBufferSize(BUFFER);
            bytes.writeTo(answer.getOutputStream());
        }
    }
}
