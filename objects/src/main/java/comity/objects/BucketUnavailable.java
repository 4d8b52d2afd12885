package comity.objects;

import java.io.IOException;
import java.io.UncheckedIOException;

/// A bucket that could not be used; the message says in words why, and what to look at. What was asked
/// for may have been done or not.
public final class BucketUnavailable extends UncheckedIOException {
    private static final long serialVersionUID = 1L;

    BucketUnavailable(BucketAddress address, String words, Exception cause) {
        super("The bucket %s cannot be used: %s".formatted(address, words), new IOException(words, cause));
    }
}
