package comity.federation;

import comity.kernel.transaction.Transaction;
import comity.ledger.LeafPlace;

/// Where letters are put to be sent.
public interface Outbox {
    /// Keeps a letter, with its leaf `letter.out`, in the caller's transaction: it will be sent when that commits,
    /// and never when it does not.
    LeafPlace put(Transaction tx, OutgoingLetter letter);
}
