package comity.ledger.journal;

import comity.ledger.tree.Frontier;

/// The one row that knows where the log ends.
///
/// @param frontier the right edge of the tree
/// @param checkpoint the signed note over it
record Head(Frontier frontier, String checkpoint) {}
