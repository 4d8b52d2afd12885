/// What a cosigner remembers, in PostgreSQL.
///
/// **Start at** [DurableMemory]; the tables are in `comity/ledger/migrations`.
/// **Used by** node; uses `cosigning` and the kernel's transactions.
/// **Never** forgets a fork, and never goes back to a smaller tree.
/// **Trust** – the database is trusted to keep what it has committed. A database that was restored from
/// an older copy makes a cosigner forget; see docs/protocol/cosigning.md.
package comity.ledger.cosigning.store;
