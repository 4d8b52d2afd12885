package comity.federation.courier;

import comity.directory.NodeAddress;
import comity.directory.keys.Certificates;
import comity.directory.keys.ChannelKey;
import comity.federation.PeerLine;
import comity.federation.envelope.ProblemDocument;
import comity.federation.envelope.Seal;
import comity.kernel.OneLine;
import comity.kernel.StateCode;
import comity.kernel.call.BoundedCall;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/// Brings envelopes to one State's node.
final class Post implements AutoCloseable {
    private static final BoundedCall CALL = new BoundedCall(Duration.ofSeconds(30), 1024 * 1024);
    /// However long the other node asks us to wait: its clock may be wrong, or its mind.
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

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
        this.http = new PeerLine(channel, certificates, clock).to(peer);
    }

    /// Sends an envelope. An idle connection that the other side has just closed is no failure: then it is sent
    /// once more, which is harmless.
    Answer send(NodeAddress node, byte[] envelope) throws InterruptedException {
        try {
            return call(node, envelope);
        } catch (ConnectException | HttpTimeoutException e) {
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
                .header("Content-Type", Seal.MEDIA_TYPE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(envelope))
                .build();
        HttpResponse<byte[]> response = CALL.send(http, request);
        if (response.statusCode() == 200) {
            return new Answer.Receipted(response.body());
        }
        Optional<Duration> wait = response.headers().firstValue("Retry-After").flatMap(Post::seconds);
        return ProblemDocument.code(response.body())
                .<Answer>map(code -> new Answer.Declined(code, wait))
                .orElseGet(() -> new Answer.Silence("status " + response.statusCode()));
    }

    private static Optional<Duration> seconds(String text) {
        return text.matches("\\d{1,9}")
                ? Optional.of(Duration.ofSeconds(Math.min(Long.parseLong(text), LONGEST_WAIT.toSeconds())))
                : Optional.empty();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
