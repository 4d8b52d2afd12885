/// The editions of the registry's list that this node has taken, byte for byte.
///
/// **Start at** [SignedLists].
/// **Uses** the schema `directory`. **Used by** the list.
/// **Never** forgets an edition: a lie of the registry must stay provable.
/// **Trust** – holds only lists whose signature was checked.
package comity.directory.store;
