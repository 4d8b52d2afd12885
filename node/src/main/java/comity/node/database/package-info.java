/// The node's database: one of its own or the operator's, brought to today's schema area by area.
///
/// **Start at** [comity.node.database.Database].
/// **Used by** `node.main`.
/// **Never** holds a rule; the same SQL runs on both kinds.
/// **Trust** – the database is inside the node's trust; what it keeps is checked by the ledger, not by itself.
package comity.node.database;
