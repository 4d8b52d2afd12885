/// The Merkle tree of RFC 6962 and RFC 9162: growing it, proving with it, and checking proofs that strangers
/// made.
///
/// **Start at** [Frontier] to grow a tree, [Proofs] to make proofs, [InclusionProof] and [ConsistencyProof] to
/// check them.
/// **Used by** `tiles`, `journal` and whoever receives a proof; uses the words of `comity.ledger` only.
/// **Never** reads a file, a table or a clock: where hashes are kept is said by a [HashSource].
/// **Trust** – a proof comes from a stranger; it is refused unless it has exactly the right length and ends in
/// the root.
package comity.ledger.tree;
