/// The 24/7 duty desk: what waits, by when, and what rings.
///
/// **Law** – art. 41.
/// **Start at** [DutyInbox]; what rings is told by [Bell].
/// **Uses** requests. **Used by** web, node.
/// **Never** decides a case and never sends a letter; it shows and it rings.
/// **Trust** – only events that are durable reach it; a lost ring loses nothing, the inbox is read from the database.
package comity.desk;
