package comity.benchmarks.spread;

import comity.kernel.Utf8;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// How long an answer is with its head, counted where it comes out of TLS.
final class AnswerBytes {
    private static final int PATIENCE_MILLIS = 30_000;

    private AnswerBytes() {}

    /// Asks as a node does, once, and counts to the end.
    static long of(SSLContext tls, URI list, String query) throws IOException {
        String question = "GET " + list.getPath() + query + " HTTP/1.1\r\nHost: " + list.getAuthority()
                + "\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n";
        try (SSLSocket socket = (SSLSocket) tls.getSocketFactory().createSocket(list.getHost(), list.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(Utf8.bytes(question));
            InputStream answer = socket.getInputStream();
            byte[] status = answer.readNBytes("HTTP/1.1 200".length());
            if (!Utf8.text(status).endsWith(" 200")) {
                throw new IOException("The registry answers " + Utf8.text(status));
            }
            return status.length + answer.transferTo(OutputStream.nullOutputStream());
        }
    }
}
