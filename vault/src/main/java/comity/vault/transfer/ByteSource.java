package comity.vault.transfer;

import java.io.IOException;
import java.io.InputStream;

/// The other end of a transfer.
@FunctionalInterface
public interface ByteSource {
    /// Begins to read a part of the sealed payload.
    ///
    /// @param from the first byte wanted
    /// @param to the byte behind the last one wanted
    /// @throws GoneForGood when asking again is useless
    /// @throws IOException when the line broke, or the other end is away
    InputStream open(long from, long to) throws IOException;

    /// The other end answers, and does not have it, or will not give it.
    final class GoneForGood extends IOException {
        private static final long serialVersionUID = 1L;

        private final int status;

        public GoneForGood(int status) {
            super("The other end answers " + status);
            this.status = status;
        }

        /// The status of HTTP.
        public int status() {
            return status;
        }
    }
}
