package comity.federation.courier;

import comity.directory.NodeAddress;
import comity.directory.keys.Certificates;
import comity.directory.keys.ChannelKey;
import comity.directory.keys.PeerTrust;
import comity.federation.envelope.ProblemDocument;
import comity.federation.envelope.Seal;
import comity.kernel.OneLine;
import comity.kernel.StateCode;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLParameters;

/// The connection to one State's node: TLS 1.3 in both directions, believing only that State's root.
final class Post implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);
    private static final int LARGEST_ANSWER = 1024 * 1024;

    private final HttpClient http;

    /// What came of one call.
    sealed interface Answer {
        /// Bytes that claim to be a receipt.
        record Receipted(byte[] receipt) implements Answer {}

        /// The other node does not take it, and says so without a signature.
        ///
        /// @param retryAfter how long it asks us to wait
        record Declined(String code, Optional<Duration> retryAfter) implements Answer {}

        /// No answer that means anything.
        record Silence(String detail) implements Answer {}
    }

    Post(StateCode peer, ChannelKey channel, Certificates certificates, Clock clock) {
        SSLParameters parameters = new SSLParameters();
        parameters.setProtocols(new String[] {"TLSv1.3"});
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .sslContext(channel.context(PeerTrust.in(peer, certificates, clock)))
                .sslParameters(parameters)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    /// Sends an envelope. An idle connection that the other side has just closed is no failure: then it is sent
    /// once more, which is harmless.
    Answer send(NodeAddress node, byte[] envelope) throws InterruptedException {
        try {
            return call(node, envelope);
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new Answer.Silence(describe(e));
        } catch (IOException _) {
            try {
                return call(node, envelope);
            } catch (IOException e) {
                return new Answer.Silence(describe(e));
            }
        }
    }

    private static String describe(IOException e) {
        // The message may quote what the other node sent.
        return OneLine.of(e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage()));
    }

    private Answer call(NodeAddress node, byte[] envelope) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(node.letters().resolve("/letters"))
                .timeout(ANSWER_TIMEOUT)
                .header("Content-Type", Seal.MEDIA_TYPE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(envelope))
                .build();
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        byte[] body;
        try (InputStream stream = response.body()) {
            body = stream.readNBytes(LARGEST_ANSWER + 1);
        }
        if (body.length > LARGEST_ANSWER) {
            return new Answer.Silence("an answer that is too large");
        }
        if (response.statusCode() == 200) {
            return new Answer.Receipted(body);
        }
        Optional<Duration> wait = response.headers().firstValue("Retry-After").flatMap(Post::seconds);
        return ProblemDocument.code(body)
                .<Answer>map(code -> new Answer.Declined(code, wait))
                .orElseGet(() -> new Answer.Silence("status " + response.statusCode()));
    }

    private static Optional<Duration> seconds(String text) {
        return text.matches("\\d{1,5}") ? Optional.of(Duration.ofSeconds(Long.parseLong(text))) : Optional.empty();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
