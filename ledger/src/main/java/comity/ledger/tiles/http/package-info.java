/// A log that is read where its node publishes it.
///
/// **Start at** [HttpLog].
/// **Used by** federation and the command line; uses `tiles` and the kernel's bounded calls.
/// **Never** follows a redirect, and never reads more than the largest file can have.
/// **Trust** – every byte comes from a stranger; only the log's key makes any of it count.
package comity.ledger.tiles.http;
