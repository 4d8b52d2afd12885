/// Letters that are received for certain: the other State's ledger holds them, and enough others have
/// signed it.
///
/// **Start at** [Certainty].
/// **Uses** cosigning, store, ledger, directory. **Used by** node, web.
/// **Never** asks the other State to be honest: what its files do not prove does not count, and files
/// that contradict its own receipt are kept as evidence.
/// **Trust** – everything that is read comes from the State that is being checked.
package comity.federation.certainty;
