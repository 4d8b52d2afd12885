package comity.vault.transfer;

import comity.ledger.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSocketFactory;

/// A sealed payload behind HTTP: parts by range (RFC 9110, 14), of the file with this root and no other.
///
/// It reads from the socket as it is asked to. The client that letters go by hands each record of TLS through several
/// threads and buffers, which costs twice the processor's time for a long file.
public final class HttpSource implements ByteSource {
    private static final int PART = 206;

    private final SSLSocketFactory sockets;
    private final URI payload;
    private final String tag;
    private final long length;
    private final Duration patience;

    /// @param sockets know whom to trust and as whom to come
    /// @param root the root of the tree over the payload, which is its name and its tag
    /// @param patience how long a line may bring nothing
    public HttpSource(SSLSocketFactory sockets, URI payload, Hash root, long length, Duration patience) {
        this.sockets = sockets;
        this.payload = payload;
        this.tag = "\"" + root.hex() + "\"";
        this.length = length;
        this.patience = patience;
    }

    @Override
    public InputStream open(long from, long to) throws IOException {
        HttpURLConnection call = call(from, to);
        int status = call.getResponseCode();
        String expected = "bytes " + from + "-" + (to - 1) + "/" + length;
        if (status == PART && expected.equals(call.getHeaderField("content-range"))) {
            return call.getInputStream();
        }
        call.disconnect();
        // -1 when the answer is no HTTP.
        if (status < 0 || status == 408 || status == 429 || status >= 500) {
            throw new IOException("The other end answers " + status);
        }
        throw new GoneForGood(status);
    }

    private HttpURLConnection call(long from, long to) throws IOException {
        HttpURLConnection call = (HttpURLConnection) payload.toURL().openConnection(Proxy.NO_PROXY);
        if (call instanceof HttpsURLConnection secure) {
            secure.setSSLSocketFactory(sockets);
        }
        int millis = Math.toIntExact(patience.toMillis());
        call.setConnectTimeout(millis);
        call.setReadTimeout(millis);
        call.setUseCaches(false);
        call.setInstanceFollowRedirects(false);
        call.setRequestProperty("range", "bytes=" + from + "-" + (to - 1));
        call.setRequestProperty("if-match", tag);
        return call;
    }
}
