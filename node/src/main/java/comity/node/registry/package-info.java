/// The secretariat's part: who is party, whom to call. Publishes the signed list
/// with its books and keeps each edition in its ledger.
///
/// **Start at** [comity.node.registry.Registry].
/// **Used by** `node.rooms`.
/// **Never** receives a letter; it has no letters port and no key that opens one.
/// **Trust** – it can withhold or misstate an entry; every edition is a leaf, so that a misstatement stays provable.
package comity.node.registry;
