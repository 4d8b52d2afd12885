package comity.node.ports;

import comity.federation.PeerIdentity;
import comity.federation.inbox.Inbox;
import comity.kernel.StateCode;
import comity.kernel.Utf8;
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
import java.time.Duration;
import java.util.Optional;

/// Answers every call that comes in on the letters port, before anything else of the web part sees it.
///
/// Two ports share one server. This filter is what keeps them apart: on the letters port there is one address,
/// `POST /letters`, and no page; on the web port that address does not exist.
public final class LettersPort implements Filter {
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";
    /// One mebibyte of letters and a little for what wraps them; the inbox has the exact limit and names it.
    private static final int MOST_BYTES_READ = (1 << 20) + (1 << 16);
    private static final Duration SLOWEST_BODY = Duration.ofSeconds(20);
    /// Twice what a courier of ours has on its way to one State.
    private static final int CALLS_OF_ONE_PEER = 128;

    private final int port;
    private final Inbox inbox;
    private final BodyInTime bodies;
    private final Places places = new Places(CALLS_OF_ONE_PEER);

    public LettersPort(int port, Inbox inbox, Clock clock) {
        this.port = port;
        this.inbox = inbox;
        this.bodies = new BodyInTime(clock, SLOWEST_BODY, MOST_BYTES_READ);
    }

    @Override
    public void doFilter(ServletRequest call, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        if (call.getLocalPort() != port) {
            chain.doFilter(call, answer);
        } else {
            answerPeer((HttpServletRequest) call, (HttpServletResponse) answer);
        }
    }

    private void answerPeer(HttpServletRequest call, HttpServletResponse answer) throws IOException {
        if (!call.getRequestURI().equals("/letters")) {
            problem(answer, 404, "no-such-address");
        } else if (!call.getMethod().equals("POST")) {
            answer.setHeader("Allow", "POST");
            problem(answer, 405, "method-not-allowed");
        } else if (call.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0) {
            receive(call, answer, PeerIdentity.of(chain));
        } else {
            problem(answer, 403, "certificate-missing");
        }
    }

    private void receive(HttpServletRequest call, HttpServletResponse answer, PeerIdentity peer) throws IOException {
        String name = peer.state().map(StateCode::code).orElse("");
        if (!places.enter(name)) {
            answer.setHeader("Retry-After", "1");
            problem(answer, 429, "rate-limited");
            return;
        }
        try {
            Optional<byte[]> envelope = bodies.read(call.getInputStream());
            if (envelope.isPresent()) {
                reply(answer, inbox.receive(peer, envelope.get()));
            } else {
                answer.setHeader("Connection", "close");
                problem(answer, 408, "too-slow");
            }
        } finally {
            places.leave(name);
        }
    }

    private static void reply(HttpServletResponse answer, Inbox.Reply reply) throws IOException {
        answer.setStatus(reply.status());
        answer.setContentType(reply.contentType());
        reply.headers().forEach(answer::setHeader);
        answer.setContentLength(reply.body().length);
        answer.getOutputStream().write(reply.body());
    }

    private static void problem(HttpServletResponse answer, int status, String code) throws IOException {
        byte[] body = Utf8.bytes("{\"type\":\"urn:comity:problem:%s\",\"status\":%d}".formatted(code, status));
        answer.setStatus(status);
        answer.setContentType("application/problem+json");
        answer.setContentLength(body.length);
        answer.getOutputStream().write(body);
    }
}
