package comity.federation;

import comity.kernel.transaction.Transaction;

/// Who hears what became of letters that were sent.
public interface ReceiptListener {
    /// In the transaction that keeps the receipt. May run again when that transaction had to be repeated.
    void heard(Transaction tx, Receipt receipt);
}
