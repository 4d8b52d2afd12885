/// Where the bytes of exhibits lie.
///
/// **Law** – none.
/// **Start at** [Shelf]; [Depot] for packages that lie elsewhere.
/// **Uses** evidence, for its words of what went wrong. **Used by** vault.exhibits, node.
/// **Never** knows what an exhibit is about.
/// **Trust** – the disk may lose and change bytes: what is taken from it is compared with its seal.
package comity.vault.shelf;
