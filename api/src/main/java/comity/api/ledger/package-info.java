/// The node's ledger through the API: checkpoints and proofs that a program can check without believing the node.
///
/// **Law** – none.
/// **Start at** [Checkpoint] and [InclusionProof].
/// **Uses** nothing. **Used by** web and cli.
/// **Never** carries case data: a leaf is a salted commitment.
/// **Trust** – nothing here needs to be believed; the checkpoint is signed and the rest is arithmetic (RFC 6962).
package comity.api.ledger;
