package comity.safeguards.oversight;

import comity.kernel.transaction.Transaction;
import java.util.List;

/// Keeps copies of the book's head outside the book, where whoever rewrites the book cannot rewrite them too.
///
/// An interface, because safeguards know no ledger: the node joins the two.
public interface HeadKeeper {
    /// Keeps a copy, in the transaction in which it was read.
    void keep(Transaction tx, LookStore.Head head);

    /// Every copy that was kept.
    List<LookStore.Head> kept(Transaction tx);

    /// For a book that stands alone.
    static HeadKeeper nobody() {
        return new HeadKeeper() {
            @Override
            public void keep(Transaction tx, LookStore.Head head) {}

            @Override
            public List<LookStore.Head> kept(Transaction tx) {
                return List.of();
            }
        };
    }
}
