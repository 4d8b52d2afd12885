/// What anybody can find out about a published log over time: whether it only grows, and whether two
/// who look see the same.
///
/// **Start at** [LogWatch] to follow one log, [LogComparison] for two views of it; a single look at a
/// whole log is [comity.ledger.tiles.TileAudit].
/// **Used by** federation, node and the command line; uses `tiles`, `note`, `tree` and `cosigning`.
/// **Never** needs the node that keeps the log to be honest, or even to answer.
/// **Trust** – what is read comes from a stranger. Only the log's key, which the caller brings, makes
/// it count; a log that contradicts itself leaves a [comity.ledger.cosigning.Fork] that convinces
/// others too.
package comity.ledger.audit;
