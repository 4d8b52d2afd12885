/// Packages as folders: sealed, checked and opened, whole or not at all.
///
/// **Law** – arts 28 and 40(14): nothing is changed, and nobody else reads it.
/// **Start at** [Sealer], [Checking] and [Opener].
/// **Uses** `age`, `bag`, `contents`, `paper`, `signature`. **Used by** `court` and the command line.
/// **Never** leaves something half-written under the name of something whole.
/// **Trust** – a package comes from a stranger; nothing of it is believed before it was checked.
package comity.evidence.pack;
