package comity.benchmarks.letters;

import comity.benchmarks.load.TlsServer;
import comity.federation.PeerIdentity;
import comity.federation.inbox.Inbox;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import org.apache.catalina.LifecycleException;
import org.jspecify.annotations.Nullable;

/// The port between nodes. It can be shut and opened again at the same place, as in an outage.
final class LettersDoor implements AutoCloseable {
    private final Path folder;
    private final SSLContext tls;
    private final Inbox inbox;
    private @Nullable TlsServer server;
    private int port;

    LettersDoor(Path folder, SSLContext tls, Inbox inbox) {
        this.folder = folder;
        this.tls = tls;
        this.inbox = inbox;
    }

    int port() {
        return port;
    }

    String open() throws LifecycleException {
        server = TlsServer.start(folder, port, tls, "/letters", new Letters(inbox));
        port = server.port();
        return "open";
    }

    String shut() {
        if (server != null) {
            server.close();
            server = null;
        }
        return "shut";
    }

    @Override
    public void close() {
        shut();
    }

    /// Hands an envelope with the caller's certificates to the inbox, and its answer back.
    private static final class Letters extends HttpServlet {
        private static final long serialVersionUID = 1L;
        private final transient Inbox inbox;

        Letters(Inbox inbox) {
            this.inbox = inbox;
        }

        @Override
        protected void doPost(HttpServletRequest call, HttpServletResponse answer) throws IOException {
            X509Certificate[] chain = (X509Certificate[]) call.getAttribute("jakarta.servlet.request.X509Certificate");
            byte[] envelope = call.getInputStream().readNBytes(Inbox.LARGEST + 1);
            Inbox.Reply reply = inbox.receive(PeerIdentity.of(chain), envelope);
            answer.setStatus(reply.status());
            answer.setContentType(reply.contentType());
            reply.headers().forEach(answer::setHeader);
            answer.setContentLength(reply.body().length);
            answer.getOutputStream().write(reply.body());
        }
    }
}
