/// The directory of States through the API: whom to call, and what they need to be told.
///
/// **Law** – arts 40(12) and 41(2).
/// **Start at** [DirectoryEntry].
/// **Uses** nothing. **Used by** web and cli.
/// **Never** carries the name of a person.
/// **Trust** – the list is signed by the registry; this is this node's reading of it.
package comity.api.directory;
