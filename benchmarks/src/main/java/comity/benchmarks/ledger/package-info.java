/// What the ledger costs: growing the tree, proving and checking, auditing a whole log, keeping leaves
/// durably, and having the other nodes sign.
///
/// **Start at** [LedgerSection].
/// **Uses** ledger, kernel and postgres as any room does, and the demo's nodes through their API;
/// `rival.go` is the rival's side. **Used by** the report only.
/// **Never** is part of a node.
/// **Trust** – figures hold for the machine that the report names.
package comity.benchmarks.ledger;
