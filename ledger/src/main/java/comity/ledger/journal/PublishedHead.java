package comity.ledger.journal;

import comity.ledger.note.SignedCheckpoint;

/// What a node has shown of its log to everybody. A size that was not published may tell a stranger more
/// than the node wants to.
@FunctionalInterface
public interface PublishedHead {
    /// The newest checkpoint that was published, with what cosigners have signed.
    SignedCheckpoint checkpoint();
}
