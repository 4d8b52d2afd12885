package comity.ledger.tiles.http;

import comity.kernel.call.BoundedCall;
import comity.ledger.note.SignedNote;
import comity.ledger.tiles.EntryBundle;
import comity.ledger.tiles.PublishedLog;
import comity.ledger.tiles.TileFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// A ledger that somebody publishes at an address (C2SP tlog-tiles). Asks for files and believes nothing
/// of them.
public final class HttpLog implements PublishedLog, AutoCloseable {
    /// A full bundle of the longest entries is larger than any tile or note.
    private static final int LARGEST = TileFile.FULL * (2 + EntryBundle.LONGEST_ENTRY) + SignedNote.LARGEST;

    private static final BoundedCall CALL = new BoundedCall(Duration.ofSeconds(30), LARGEST);

    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int OK = 200;

    private final String address;
    private final HttpClient client;

    /// @param address of the ledger, for example `https://node.xa.example/ledger`
    /// @param trust whom to believe; empty for those that this machine believes
    public HttpLog(URI address, Optional<SSLContext> trust) {
        this.address = address.toString().replaceFirst("/+$", "") + "/";
        HttpClient.Builder building = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .followRedirects(HttpClient.Redirect.NEVER);
        trust.ifPresent(building::sslContext);
        this.client = building.build();
    }

    @Override
    public Optional<byte[]> checkpoint() {
        return get("checkpoint");
    }

    @Override
    public Optional<byte[]> read(TileFile file) {
        return get(file.path());
    }

    private Optional<byte[]> get(String path) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address + path)).GET().build();
        try {
            HttpResponse<byte[]> response = CALL.send(client, request);
            return switch (response.statusCode()) {
                case OK -> Optional.of(response.body());
                case NOT_FOUND, GONE -> Optional.empty();
                default -> throw new IOException("HTTP %d for %s".formatted(response.statusCode(), path));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
