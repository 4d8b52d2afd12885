package comity.web.upload;

import java.io.InputStream;
import java.util.Optional;

/// Whoever gets a file that is whole.
@FunctionalInterface
public interface Taker {
    /// @return why it was not taken; empty when it was
    Optional<Reply.Refused> take(Announcement announced, InputStream bytes);
}
