package comity.federation;

import comity.kernel.transaction.Transaction;
import comity.ledger.LeafPlace;

/// Where letters are put to be sent. An interface, because the rules that write letters are also run without a wire:
/// tests of `requests` and `web` carry the letters of two houses by hand, late, twice or not at all.
public interface Outbox {
    /// Keeps a letter, with its leaf `letter.out`, in the caller's transaction: it will be sent when that commits,
    /// and never when it does not.
    LeafPlace put(Transaction tx, OutgoingLetter letter);
}
