package comity.ledger.journal;

import comity.kernel.transaction.Transaction;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.tree.InclusionProof;
import comity.ledger.tree.Proofs;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The checkpoint that a transaction has signed itself and not committed yet. It holds the lock on the log's head, so
/// nobody can have signed a newer one, and what this process has just signed it need not read back and verify.
final class OwnCheckpoint {
    private @Nullable SignedCheckpoint signed;
    private @Nullable EdgeHashes edge;

    static OwnCheckpoint in(Transaction tx) {
        return tx.kept(OwnCheckpoint.class, _ -> new OwnCheckpoint());
    }

    Optional<SignedCheckpoint> signed() {
        return Optional.ofNullable(signed);
    }

    void is(SignedCheckpoint checkpoint, EdgeHashes hashes) {
        signed = checkpoint;
        edge = hashes;
    }

    /// The proof of a leaf that this transaction has appended itself; empty for every other.
    Optional<InclusionProof> proof(long index) {
        return signed == null || edge == null || !edge.holds(index)
                ? Optional.empty()
                : Optional.of(
                        new Proofs(edge).inclusion(index, signed.checkpoint().size()));
    }

    /// More leaves were appended; until they are signed the database's own answer counts.
    void isOverdue() {
        signed = null;
    }
}
