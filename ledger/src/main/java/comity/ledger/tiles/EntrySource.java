package comity.ledger.tiles;

import java.util.List;

/// Where the entries of a log are kept.
@FunctionalInterface
public interface EntrySource {
    /// The entries from one index up to, and not including, another.
    List<byte[]> read(long from, long to);
}
