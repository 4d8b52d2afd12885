package comity.vault.transfer;

import comity.ledger.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/// A sealed payload behind HTTP: parts by range (RFC 9110, 14), of the file with this root and no other.
public final class HttpSource implements ByteSource {
    private final HttpClient client;
    private final URI payload;
    private final String tag;
    private final long length;
    private final Duration patience;

    /// @param client knows whom to trust and as whom to come
    /// @param root the root of the tree over the payload, which is its name and its tag
    /// @param patience how long to wait for the beginning of an answer
    public HttpSource(HttpClient client, URI payload, Hash root, long length, Duration patience) {
        this.client = client;
        this.payload = payload;
        this.tag = "\"" + root.hex() + "\"";
        this.length = length;
        this.patience = patience;
    }

    @Override
    public InputStream open(long from, long to) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(payload)
                .timeout(patience)
                .header("range", "bytes=" + from + "-" + (to - 1))
                .header("if-match", tag)
                .GET()
                .build();
        HttpResponse<InputStream> answer = send(request);
        String expected = "bytes " + from + "-" + (to - 1) + "/" + length;
        if (answer.statusCode() == 206
                && answer.headers().firstValue("content-range").orElse("").equals(expected)) {
            return answer.body();
        }
        answer.body().close();
        int status = answer.statusCode();
        if (status == 408 || status == 429 || status >= 500) {
            throw new IOException("The other end answers " + status);
        }
        throw new GoneForGood(status);
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
