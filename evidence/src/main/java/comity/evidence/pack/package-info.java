/// Packages as folders: sealed, checked and opened, whole or not at all.
///
/// **Law** – arts 25, 27, 29 and 30.
/// **Start at** [Sealer], [Checking] and [Opener].
/// **Uses** `age`, `contents`, `paper`, `signature`. **Used by** `court` and the command line.
/// **Never** leaves something half-written under the name of something whole.
/// **Trust** – a package comes from a stranger; nothing of it is believed before it was checked.
package comity.evidence.pack;
