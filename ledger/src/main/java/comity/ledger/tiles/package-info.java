/// The log as plain files that anybody may fetch and keep, in the C2SP tlog-tiles layout.
///
/// **Start at** [TilePublisher] to write, [TileHashes] to prove from files, [TileAudit] to check a
/// whole log.
/// **Used by** `journal`, web and the command line; uses `tree` and `note`. A [TileFolder] is the store
/// here; the node brings one in a bucket.
/// **Never** changes a file that was published, other than the one named `checkpoint`.
/// **Trust** – a store is not trusted: whoever can write to it can withhold the log or spoil it, and an
/// audit against the log's key shows it. It cannot make a stranger believe another log.
package comity.ledger.tiles;
