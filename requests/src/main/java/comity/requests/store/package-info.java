/// Requests in PostgreSQL.
///
/// **Start at** [SqlPreservations]; a case is written and read by `CaseText`.
/// **Uses** preservation. **Used by** the wiring in node.
/// **Never** decides anything, and never changes or removes an event.
/// **Trust** – the database keeps what it has committed; a state of a newer version is read as unknown.
package comity.requests.store;
