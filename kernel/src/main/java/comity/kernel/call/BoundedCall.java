package comity.kernel.call;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A call over HTTP whose whole answer must be there in time. The client's own timeout ends with the headers; after
/// them a stranger could keep the caller waiting for ever.
///
/// @param whole from the beginning of the call to the last byte of the answer
/// @param most bytes of the answer's body
public record BoundedCall(Duration whole, int most) {
    /// Makes the call.
    ///
    /// @throws HttpTimeoutException when the answer was not whole in time
    /// @throws AnswerTooLarge when it was longer than agreed; the rest was not read
    public HttpResponse<byte[]> send(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, _ -> new BoundedBody(most));
        try {
            return answer.get(whole.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new HttpTimeoutException("no whole answer within " + whole.toSeconds() + " s");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
        } finally {
            // Nothing happens to a call that is over; one that is not is broken off, and its connection closed.
            answer.cancel(true);
        }
    }
}
