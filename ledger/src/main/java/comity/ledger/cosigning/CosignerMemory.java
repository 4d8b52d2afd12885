package comity.ledger.cosigning;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What a cosigner must not forget: of each log the largest tree that it signed, and every fork that it
/// was shown.
public interface CosignerMemory {
    /// The largest tree of a log that was signed; empty when none was.
    ///
    /// @param origin the log's name
    Optional<Remembered> latest(String origin);

    /// Remembers `next` if `before` is still what is remembered; durable when it returns.
    ///
    /// @param before what [#latest] gave
    /// @return whether it was; when not, somebody else was quicker, and nothing has changed
    boolean advance(Optional<Remembered> before, Remembered next);

    /// Keeps the evidence of a fork; durable when it returns. Keeping it again changes nothing.
    ///
    /// @param at the present
    void keep(Fork fork, Instant at);

    /// All forks that are kept, for anybody to see; the first kept is first.
    List<KeptFork> forks();
}
