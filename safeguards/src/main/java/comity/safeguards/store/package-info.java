/// The book of looks in PostgreSQL.
///
/// **Start at** [comity.safeguards.store.SqlLooks].
/// **Uses** oversight. **Used by** the wiring in node.
/// **Never** changes or removes a row; the table refuses it too.
/// **Trust** – the database keeps what it has committed.
package comity.safeguards.store;
