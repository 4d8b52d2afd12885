/// The two documents of a package: the seal, which everybody may read, and the manifest, which only the recipients
/// can.
///
/// **Law** – arts 40(14) and 44: the manifest names the order and the item that authorised each exhibit.
/// **Start at** [Manifest] and [Seal].
/// **Uses** `comity.evidence`, `age`, `contents`. **Used by** `pack`, `court` and the command line.
/// **Never** says anything of the case in the seal.
/// **Trust** – both come from a stranger: they are read strictly, and believed only when the signature holds.
package comity.evidence.paper;
