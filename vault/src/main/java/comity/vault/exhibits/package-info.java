/// What is done with exhibits: taken in, sealed, offered, received, checked, opened, destroyed; each with a
/// custody event and a leaf, and told to the other State.
///
/// **Law** – art. 44; art. 36 for what the order does not cover.
/// **Start at** [Exhibits] for people's acts, [ExhibitLetters] for the other State's, [Workshop] for what takes long.
/// **Uses** evidence, ledger, federation, directory, vault.shelf, vault.transfer. **Used by** requests, web, node.
/// **Never** decides whether something may be handed over: who calls has asked.
/// **Trust** – nothing that came is believed before its seal was compared and its signature led to the State's root.
package comity.vault.exhibits;
