/// What the ledger costs: growing the tree, proving and checking, auditing a whole log, and keeping leaves
/// durably.
///
/// **Start at** [LedgerSection].
/// **Uses** ledger, kernel and postgres as any room does. **Used by** the report only.
/// **Never** is part of a node.
/// **Trust** – figures hold for the machine that the report names.
package comity.benchmarks.ledger;
