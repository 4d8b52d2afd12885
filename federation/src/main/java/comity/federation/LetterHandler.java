package comity.federation;

import comity.kernel.transaction.Transaction;

/// Where letters of one kind go. Areas write one for each kind; the node registers them.
public interface LetterHandler {
    String kind();

    /// The newest version of the kind that is understood here; older ones are too. A newer one is rejected with a
    /// signature, so that the other node can write again in an older form.
    default int newestVersion() {
        return 1;
    }

    /// Takes a letter, in the transaction that also holds its leaf. May run again when that transaction had to be
    /// repeated.
    Handling handle(Transaction tx, IncomingLetter letter);
}
