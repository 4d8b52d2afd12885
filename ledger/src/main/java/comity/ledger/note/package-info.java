/// Signed notes, checkpoints and cosignatures, in the C2SP texts signed-note, tlog-checkpoint and
/// tlog-cosignature: a few lines that a person can read and several keys can sign.
///
/// **Start at** [SignedCheckpoint], [LogKey] and [VerifierKey]; for cosigners at [CosignerKey] and
/// [Cosignature].
/// **Used by** `policy`, `cosigning`, `proof`, `tiles`, `journal`, federation, directory and the
/// command line; uses the words of `comity.ledger` only.
/// **Never** decides whom to trust: the caller brings the keys.
/// **Trust** – a note comes from a stranger. Nothing of it is handed out before a given key has
/// verified; lines of keys that nobody asked for are kept, not believed.
package comity.ledger.note;
