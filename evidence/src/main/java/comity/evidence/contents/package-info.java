/// The files of an exhibit as one stream of plaintext, and back: hashed while they pass, so that each is read once.
///
/// **Law** – none.
/// **Start at** [Contents] for the way in, [Unpacking] for the way out.
/// **Uses** `comity.evidence`, `age`. **Used by** `pack` and `paper`.
/// **Never** follows a link, nor writes outside the folder it was given.
/// **Trust** – names and lengths inside a package come from a stranger.
package comity.evidence.contents;
