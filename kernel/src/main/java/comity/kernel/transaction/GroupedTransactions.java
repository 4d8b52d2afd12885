package comity.kernel.transaction;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
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
        Work<T> work = new Work<>(body, new CompletableFuture<>());
        waiting.add(work);
        if (closed) {
            refuseWaiting();
        }
        return work.await();
    }

    @Override
    public <T> T read(Function<Transaction, T> body) {
        try (Connection connection = database.getConnection()) {
            connection.setReadOnly(true);
            try {
                return body.apply(new OpenTransaction(connection));
            } finally {
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
        writer.interrupt();
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        refuseWaiting();
    }

    private void refuseWaiting() {
        List<Work<?>> left = new ArrayList<>();
        waiting.drainTo(left);
        left.forEach(work -> work.fail(new IllegalStateException("The node is shutting down")));
    }

    private void writeUntilClosed() {
        List<Work<?>> group = new ArrayList<>(LARGEST_GROUP);
        while (!closed) {
            try {
                group.add(waiting.take());
                waiting.drainTo(group, LARGEST_GROUP - 1);
                writeGroup(group);
            } catch (InterruptedException e) {
                // Only close() interrupts; the loop condition ends it.
                continue;
            } finally {
                group.clear();
            }
        }
    }

    private void writeGroup(List<Work<?>> group) {
        if (group.size() > 1 && writtenTogether(group)) {
            return;
        }
        group.forEach(this::writeAlone);
    }

    /// Whether the group is settled. False when one of its works failed, so that each must be tried alone.
    private boolean writtenTogether(List<Work<?>> group) {
        List<Runnable> answers = new ArrayList<>(group.size());
        boolean committing = false;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            OpenTransaction transaction = new OpenTransaction(connection);
            try {
                for (Work<?> work : group) {
                    answers.add(work.runIn(transaction));
                }
                transaction.finish();
                committing = true;
                connection.commit();
            } catch (RuntimeException | SQLException | Error e) {
                if (!committing) {
                    connection.rollback();
                    return false;
                }
                throw e;
            }
            transaction.runAfterCommit();
            answers.forEach(Runnable::run);
            return true;
        } catch (SQLException | RuntimeException | Error e) {
            if (!committing) {
                return false;
            }
            group.forEach(work -> work.fail(new OutcomeUnknown(e)));
            return true;
        }
    }

    private void writeAlone(Work<?> work) {
        boolean committing = false;
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            OpenTransaction transaction = new OpenTransaction(connection);
            Runnable answer;
            try {
                answer = work.runIn(transaction);
                transaction.finish();
            } catch (RuntimeException | SQLException | Error e) {
                connection.rollback();
                throw e;
            }
            committing = true;
            connection.commit();
            transaction.runAfterCommit();
            answer.run();
        } catch (SQLException e) {
            work.fail(committing ? new OutcomeUnknown(e) : new DatabaseUnavailable(e));
        } catch (RuntimeException | Error e) {
            work.fail(e);
        }
    }

    private record Work<T>(Function<Transaction, T> body, CompletableFuture<T> answer) {
        Runnable runIn(Transaction transaction) {
            T result = body.apply(transaction);
            return () -> answer.complete(result);
        }

        void fail(Throwable cause) {
            answer.completeExceptionally(cause);
        }

        T await() {
            try {
                return answer.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    // The stack of the waiting caller is the one a reader needs beside that of the writer thread.
                    cause.addSuppressed(new RuntimeException("asked for here"));
                    throw cause;
                }
                if (e.getCause() instanceof Error cause) {
                    throw cause;
                }
                throw e;
            }
        }
    }

    private static final class OpenTransaction implements Transaction {
        private final Connection connection;
        private final Map<Class<?>, Object> kept = new HashMap<>();
        private final List<Step> beforeCommit = new ArrayList<>();
        private final List<Runnable> afterCommit = new ArrayList<>();

        OpenTransaction(Connection connection) {
            this.connection = connection;
        }

        @Override
        public Connection connection() {
            return connection;
        }

        @Override
        public <R> R kept(Class<R> type, Function<Transaction, R> first) {
            Object found = kept.get(type);
            if (found == null) {
                found = first.apply(this);
                kept.put(type, found);
            }
            return type.cast(found);
        }

        @Override
        public void beforeCommit(Step step) {
            beforeCommit.add(step);
        }

        @Override
        public void afterCommit(Runnable action) {
            afterCommit.add(action);
        }

        void finish() throws SQLException {
            for (int i = 0; i < beforeCommit.size(); i++) {
                beforeCommit.get(i).run();
            }
        }

        void runAfterCommit() {
            for (Runnable action : afterCommit) {
                try {
                    action.run();
                } catch (RuntimeException e) {
                    LOG.log(System.Logger.Level.ERROR, "A step after a commit failed; what was committed stays", e);
                }
            }
        }
    }
}
