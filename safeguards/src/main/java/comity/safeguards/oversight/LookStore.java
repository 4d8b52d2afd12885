package comity.safeguards.oversight;

import comity.kernel.transaction.Transaction;
import java.util.List;

/// Where looks are kept. Rows are added and read, never changed.
///
/// An interface, because SQL stays in `safeguards.store`, which knows the looks that it keeps: the book cannot know it,
/// too.
public interface LookStore {
    /// The newest look's number and seal, kept from anybody else's writing until the transaction ends.
    Head lockHead(Transaction tx);

    Head readHead(Transaction tx);

    /// Adds a look and makes it the head.
    void add(Transaction tx, Look look);

    /// The newest looks with a number below `before`.
    List<Look> newest(Transaction tx, LookFilter filter, long before, int limit);

    /// Looks from a number on, the oldest first.
    List<Look> from(Transaction tx, long number, int limit);

    /// The last row of the book.
    ///
    /// @param number 0 when the book is empty
    record Head(long number, String seal) {
        /// The head of a book in which nothing is written.
        public static final Head EMPTY = new Head(0, "0".repeat(64));
    }
}
