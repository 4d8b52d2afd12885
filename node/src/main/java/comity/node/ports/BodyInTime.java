package comity.node.ports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Reads the body of a call, which must be whole in time. The server itself waits only for the next byte: a caller that
/// sends one now and then could keep a thread for days.
record BodyInTime(Clock clock, Duration whole, int most) {
    private static final int PART = 16 * 1024;

    /// At most [#most] bytes; empty when the time was over first.
    Optional<byte[]> read(InputStream in) throws IOException {
        Instant end = clock.instant().plus(whole);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] part = new byte[PART];
        int read = in.read(part, 0, Math.min(PART, most));
        while (read > 0) {
            body.write(part, 0, read);
            if (clock.instant().isAfter(end)) {
                return Optional.empty();
            }
            read = in.read(part, 0, Math.min(PART, most - body.size()));
        }
        return Optional.of(body.toByteArray());
    }
}
