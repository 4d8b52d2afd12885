package comity.kernel.transaction;

import java.sql.Connection;
import java.util.function.Function;

/// An open transaction. Whoever is handed one writes through [#connection] and never commits, rolls back or closes it.
public interface Transaction {
    /// The connection that every store writes through.
    Connection connection();

    /// Something kept for as long as the database transaction lasts, made on first use: the ledger's open page, a
    /// batch of rows. Several works may share one database transaction, and they share this too.
    <R> R kept(Class<R> type, Function<Transaction, R> first);

    /// Runs once, just before the commit of the database transaction.
    void beforeCommit(Step step);

    /// Runs after the commit, in order; not at all when the work is rolled back. A failure here is logged, not
    /// thrown: what is committed stays committed.
    void afterCommit(Runnable action);

    /// A step that may fail with the database.
    @FunctionalInterface
    interface Step {
        void run() throws java.sql.SQLException;
    }
}
