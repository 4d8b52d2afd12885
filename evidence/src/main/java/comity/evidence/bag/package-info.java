/// Folders in the form of BagIt (RFC 8493 and the drafts before it), which `sha256sum -c` checks: what an exhibit is
/// when it was opened.
///
/// **Law** – none.
/// **Start at** [Bag].
/// **Uses** `comity.evidence`, `age`, `contents`. **Used by** `pack`, `court`.
/// **Never** knows what the files mean.
/// **Trust** – the lists and the names in a bag come from a stranger.
package comity.evidence.bag;
