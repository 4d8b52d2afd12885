package comity.ledger.cosigning;

import comity.ledger.note.VerifierKey;
import java.util.List;

/// Whose checkpoints a cosigner signs: for a node, those of the peers in its directory.
@FunctionalInterface
public interface KnownLogs {
    /// The keys that may sign for a log; none for a log that is not known.
    ///
    /// @param origin the log's name, as a stranger wrote it
    List<VerifierKey> keysOf(String origin);
}
