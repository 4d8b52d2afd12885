/// Exhibits and their custody in the schema `vault`.
///
/// **Law** – none.
/// **Start at** [SqlExhibits].
/// **Uses** vault and its exhibits. **Used by** node.
/// **Never** holds the bytes of an exhibit.
/// **Trust** – events are only ever added: the database refuses anything else.
package comity.vault.store;
