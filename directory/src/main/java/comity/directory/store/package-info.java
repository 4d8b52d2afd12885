/// The editions of the registry's list that this node has taken, and the books that they name, byte for byte.
///
/// **Start at** [SignedLists]; then [KeptBooks].
/// **Uses** the schema `directory`. **Used by** the list.
/// **Never** forgets an edition or a book: a lie of the registry must stay provable.
/// **Trust** – holds only lists whose signature was checked, and books whose digest such a list names.
package comity.directory.store;
