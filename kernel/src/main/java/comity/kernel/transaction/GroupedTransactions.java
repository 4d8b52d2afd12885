package comity.kernel.transaction;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.sql.DataSource;

/// Works that arrive together share one database transaction, and so one write to the disk.
///
/// A durable commit costs a disk a few milliseconds whatever it holds. Every work of a node also takes the next place
/// in one ledger, so works cannot commit side by side: they would queue for that place, a few hundred a second. Here
/// one thread takes all the works that wait, runs them one after the other in one database transaction, and commits
/// once. Nobody waits for company: a work that comes alone is committed alone.
///
/// A work that fails spoils the transaction it shares. Then the transaction is rolled back and each of its works is run
/// again in one of its own, so that one State's bad letter cannot undo another's good one. That is why a work may run
/// twice.
public final class GroupedTransactions implements Transactions, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(GroupedTransactions.class.getName());
    private static final int LARGEST_GROUP = 128;
    private static final Duration LOOK_ROUND = Duration.ofMillis(100);
    private static final String FAILED_TRANSACTION = "25P02";

    private final DataSource database;
    private final BlockingQueue<Work<?>> waiting = new LinkedBlockingQueue<>();
    private final Thread writer;
    private volatile boolean closed;

    public GroupedTransactions(DataSource database) {
        this.database = database;
        this.writer = Thread.ofPlatform().name("transactions").daemon().start(this::writeUntilClosed);
    }

    @Override
    public <T> T write(Function<Transaction, T> body) {
        if (Thread.currentThread() == writer) {
            throw new IllegalStateException("A work is already inside a transaction: pass it on, do not open another");
        }
        Work<T> work = new Work<>(body);
        waiting.add(work);
        if (closed && waiting.remove(work)) {
            work.fail(closing());
        }
        return work.await();
    }

    @Override
    public <T> T read(Function<Transaction, T> body) {
        try (Connection connection = database.getConnection()) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try {
                return body.apply(new OpenTransaction(connection));
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.setReadOnly(false);
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /// Finishes the works that run and refuses those that wait.
    @Override
    public void close() {
        closed = true;
        boolean interrupted = false;
        while (writer.isAlive()) {
            try {
                writer.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        List<Work<?>> left = new ArrayList<>();
        waiting.drainTo(left);
        left.forEach(work -> work.fail(closing()));
    }

    private static IllegalStateException closing() {
        return new IllegalStateException("The node is shutting down; nothing was written");
    }

    private void writeUntilClosed() {
        List<Work<?>> group = new ArrayList<>(LARGEST_GROUP);
        while (!closed) {
            try {
                Work<?> first = waiting.poll(LOOK_ROUND.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    group.add(first);
                    waiting.drainTo(group, LARGEST_GROUP - 1);
                    writeGroup(group);
                }
            } catch (InterruptedException e) {
                LOG.log(System.Logger.Level.WARNING, "Nobody interrupts the writer; it goes on", e);
            } catch (Throwable e) {
                // Whatever it was, nobody may wait for ever for an answer. A work that has its answer keeps it.
                LOG.log(System.Logger.Level.ERROR, "The writer failed and goes on with the next works", e);
                group.forEach(work -> work.fail(new OutcomeUnknown(e)));
            } finally {
                group.clear();
            }
        }
    }

    private void writeGroup(List<Work<?>> group) {
        try {
            if (group.size() == 1 || !settledTogether(group)) {
                group.forEach(this::settleAlone);
            }
        } catch (DatabaseUnavailable e) {
            // No connection is to be had: the rest of the group need not wait for that one after the other.
            group.forEach(work -> work.fail(new DatabaseUnavailable(e)));
        }
    }

    /// False when one of the works failed, so that each must be tried alone.
    private boolean settledTogether(List<Work<?>> group) {
        Connection connection = open();
        try {
            commit(connection, group);
            return true;
        } catch (OutcomeUnknown e) {
            group.forEach(work -> work.fail(new OutcomeUnknown(e)));
            return true;
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.DEBUG, "One of " + group.size() + " works failed; each is tried alone", e);
            return false;
        } finally {
            close(connection);
        }
    }

    private void settleAlone(Work<?> work) {
        Connection connection = open();
        try {
            commit(connection, List.of(work));
        } catch (RuntimeException | Error e) {
            work.fail(e);
        } finally {
            close(connection);
        }
    }

    /// Runs the works in one database transaction, commits it and answers them.
    ///
    /// @throws OutcomeUnknown when the commit was sent and its answer was lost
    /// @throws RuntimeException when nothing was written: what a work threw, or [DatabaseUnavailable]
    private static void commit(Connection connection, List<Work<?>> works) {
        OpenTransaction transaction = new OpenTransaction(connection);
        List<Runnable> answers = new ArrayList<>(works.size());
        try {
            for (Work<?> work : works) {
                answers.add(work.runIn(transaction));
            }
            transaction.finish();
            requireSound(connection);
        } catch (RuntimeException | Error e) {
            rollBack(connection, e);
            throw e;
        } catch (SQLException e) {
            rollBack(connection, e);
            throw new DatabaseUnavailable(e);
        }
        commit(connection);
        transaction.runAfterCommit();
        answers.forEach(Runnable::run);
    }

    /// @throws DatabaseUnavailable when there is no connection
    private Connection open() {
        try {
            Connection connection = database.getConnection();
            try {
                connection.setAutoCommit(false);
                return connection;
            } catch (SQLException e) {
                close(connection);
                throw e;
            }
        } catch (SQLException e) {
            throw new DatabaseUnavailable(e);
        }
    }

    /// A work that fails on a connection that cannot even roll back failed because the database has gone.
    private static void rollBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            DatabaseUnavailable gone = new DatabaseUnavailable(e);
            gone.addSuppressed(failure);
            throw gone;
        }
    }

    /// Asks the transaction whether it still stands. When a work has caught an error of the database and gone on,
    /// the database turns the commit into a rollback, and the driver does not tell: works would be answered that
    /// were never written.
    private static void requireSound(Connection connection) throws SQLException {
        try (PreparedStatement question = connection.prepareStatement("select 1")) {
            question.execute();
        } catch (SQLException e) {
            if (FAILED_TRANSACTION.equals(e.getSQLState())) {
                throw new IllegalStateException("A work hid an error of the database; nothing was written", e);
            }
            throw e;
        }
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (saysNo(e)) {
                rollBack(connection, e);
                throw new DatabaseUnavailable(e);
            }
            throw new OutcomeUnknown(e);
        }
    }

    /// Whether the database itself answered the commit, and so certainly did not write. States 08 (connection) and
    /// 57 (stopped by the operator) leave it open; so does an error without a state.
    private static boolean saysNo(SQLException e) {
        String state = e.getSQLState();
        return state != null && !state.startsWith("08") && !state.startsWith("57");
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, "A connection was not closed in order", e);
        }
    }
}
