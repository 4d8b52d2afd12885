package comity.node.ports;

import comity.federation.PeerIdentity;
import comity.federation.inbox.Inbox;
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

/// Answers every call that comes in on the letters port, before anything else of the web part sees it.
///
/// Two ports share one server. This filter is what keeps them apart: on the letters port there is one address,
/// `POST /letters`, and no page; on the web port that address does not exist.
public final class LettersPort implements Filter {
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";
    /// One mebibyte of letters and a little for what wraps them; the inbox has the exact limit and names it.
    private static final int MOST_BYTES_READ = (1 << 20) + (1 << 16);

    private final int port;
    private final Inbox inbox;

    public LettersPort(int port, Inbox inbox) {
        this.port = port;
        this.inbox = inbox;
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
            receive(call, answer, chain);
        } else {
            problem(answer, 403, "certificate-missing");
        }
    }

    private void receive(HttpServletRequest call, HttpServletResponse answer, X509Certificate[] chain)
            throws IOException {
        byte[] envelope = call.getInputStream().readNBytes(MOST_BYTES_READ);
        Inbox.Reply reply = inbox.receive(PeerIdentity.of(chain), envelope);
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
