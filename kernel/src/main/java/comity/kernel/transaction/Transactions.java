package comity.kernel.transaction;

import java.util.function.Function;

/// Where transactions come from. See [GroupedTransactions] for the one implementation over a database.
///
/// An interface, so that a room which is handed it can run works and not end them for all others: closing belongs to
/// whoever opened the database.
public interface Transactions {
    /// Runs a work and commits it. Returns when it is durable.
    ///
    /// The work may be run again when the database transaction it shared had to be repeated: it must have no effect
    /// outside the transaction other than through [Transaction#afterCommit].
    ///
    /// @throws OutcomeUnknown when the database went away during the commit
    /// @throws DatabaseUnavailable when the database cannot be reached or refused the commit; then nothing is
    ///     written
    /// @throws RuntimeException whatever the work threw; then nothing of it is written
    <T> T write(Function<Transaction, T> work);

    /// Runs a work that only reads, on a connection of its own. What it would do before or after a commit never
    /// runs.
    ///
    /// @throws DatabaseUnavailable when no connection is to be had
    <T> T read(Function<Transaction, T> work);
}
