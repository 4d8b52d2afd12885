/// The registry's list of entries as one signed document with its books, how it is made and how it is fetched, whole
/// or as a patch.
///
/// **Start at** [DirectoryList]; the registry uses [ListKeeper], every other node [ListSync].
/// **Uses** keys, store. **Used by** node.
/// **Never** goes back: a lower version, or the same version with other bytes, is refused and reported.
/// **Trust** – the connection to the registry is not trusted at all; only the pinned key is.
package comity.directory.list;
