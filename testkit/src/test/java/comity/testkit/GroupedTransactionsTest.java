package comity.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.kernel.transaction.DatabaseUnavailable;
import comity.kernel.transaction.GroupedTransactions;
import comity.kernel.transaction.OutcomeUnknown;
import comity.kernel.transaction.Transaction;
import comity.kernel.transaction.Transactions;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// The transactions of the kernel over a real database. They stand here because the kernel cannot use the testkit.
class GroupedTransactionsTest {
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private TestDatabase database;
    private Transactions transactions;

    @BeforeEach
    void open() {
        database = TestDatabase.with("specimen");
        transactions = database.transactions();
    }

    @AfterEach
    void close() {
        callers.close();
        database.close();
    }

    @Nested
    class A_work {
        @Test
        void is_written_when_it_has_its_answer() {
            String answer = transactions.write(tx -> {
                insert(tx, "one");
                return "done";
            });
            assertThat(answer).isEqualTo("done");
            assertThat(words()).containsExactly("one");
        }

        @Test
        void that_fails_leaves_nothing_and_throws_what_it_threw() {
            IllegalStateException thrown = new IllegalStateException("on purpose");
            assertThatThrownBy(() -> transactions.write(tx -> {
                        insert(tx, "one");
                        throw thrown;
                    }))
                    .isSameAs(thrown);
            assertThat(words()).isEmpty();
        }

        @Test
        void that_fails_with_an_error_does_not_stop_those_that_follow() {
            assertThatThrownBy(() -> transactions.write(_ -> {
                        throw new StackOverflowError("on purpose");
                    }))
                    .isInstanceOf(StackOverflowError.class);
            write("one");
            assertThat(words()).containsExactly("one");
        }

        @Test
        void may_not_open_another_inside() {
            assertThatThrownBy(() -> transactions.write(_ -> transactions.<String>write(_ -> "inner")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("already inside");
        }

        @Test
        void that_only_reads_cannot_write() {
            assertThatThrownBy(() -> transactions.read(tx -> {
                        insert(tx, "one");
                        return "written";
                    }))
                    .hasRootCauseInstanceOf(SQLException.class);
            assertThat(words()).isEmpty();
        }
    }

    @Nested
    class Works_that_wait_together {
        @Test
        void share_one_transaction() throws InterruptedException {
            List<String> numbers = together(3, i -> tx -> {
                insert(tx, "word " + i);
                return transactionNumber(tx);
            });
            assertThat(numbers).hasSize(3);
            assertThat(numbers.stream().distinct()).hasSize(1);
            assertThat(words()).hasSize(3);
        }

        @Test
        void share_what_is_kept_and_run_the_last_step_once() throws InterruptedException {
            AtomicInteger made = new AtomicInteger();
            AtomicInteger flushed = new AtomicInteger();
            together(
                    3,
                    i -> tx -> tx.kept(Page.class, opened -> {
                                made.incrementAndGet();
                                opened.beforeCommit(flushed::incrementAndGet);
                                return new Page(new ArrayList<>());
                            })
                            .words()
                            .add("word " + i));
            assertThat(made).hasValue(1);
            assertThat(flushed).hasValue(1);
        }

        @Test
        void are_not_undone_by_a_bad_one_among_them() throws InterruptedException {
            AtomicInteger refused = new AtomicInteger();
            together(5, i -> tx -> {
                if (i == 2) {
                    refused.incrementAndGet();
                    throw new IllegalArgumentException("a bad letter");
                }
                insert(tx, "word " + i);
                return i;
            });
            assertThat(words()).containsExactlyInAnyOrder("word 0", "word 1", "word 3", "word 4");
            assertThat(refused).as("tried with the others, then alone").hasValue(2);
        }

        @Test
        void are_not_undone_by_one_that_hides_its_error_from_the_others() throws InterruptedException {
            List<CompletableFuture<Object>> answers = start(3, i -> tx -> {
                if (i == 1) {
                    hideAnError(tx);
                } else {
                    insert(tx, "word " + i);
                }
                return i;
            });
            assertThat(answers.get(0).join()).isEqualTo(0);
            assertThatThrownBy(() -> answers.get(1).join()).hasMessageContaining("hid an error");
            assertThat(answers.get(2).join()).isEqualTo(2);
            assertThat(words()).containsExactlyInAnyOrder("word 0", "word 2");
        }

        private void hideAnError(Transaction tx) {
            try (PreparedStatement wrong = tx.connection().prepareStatement("select 1/0")) {
                wrong.execute();
            } catch (SQLException expected) {
                assertThat(expected.getSQLState()).isEqualTo("22012");
            }
        }
    }

    @Nested
    class A_step_after_the_commit {
        @Test
        void sees_what_is_written_and_runs_in_order() {
            List<String> seen = new ArrayList<>();
            transactions.write(tx -> {
                insert(tx, "one");
                tx.afterCommit(() -> seen.addAll(words()));
                tx.afterCommit(() -> seen.add("second"));
                return "";
            });
            assertThat(seen).containsExactly("one", "second");
        }

        @Test
        void does_not_run_when_the_work_failed() {
            AtomicInteger runs = new AtomicInteger();
            assertThatThrownBy(() -> transactions.write(tx -> {
                        tx.afterCommit(runs::incrementAndGet);
                        throw new IllegalStateException("on purpose");
                    }))
                    .hasMessage("on purpose");
            assertThat(runs).hasValue(0);
        }

        @Test
        void that_fails_takes_nothing_back() {
            String answer = transactions.write(tx -> {
                insert(tx, "one");
                tx.afterCommit(() -> {
                    throw new AssertionError("on purpose");
                });
                return "done";
            });
            assertThat(answer).isEqualTo("done");
            assertThat(words()).containsExactly("one");
        }
    }

    @Nested
    class A_step_before_the_commit {
        @Test
        void that_fails_undoes_the_work() {
            assertThatThrownBy(() -> transactions.write(tx -> {
                        insert(tx, "one");
                        tx.beforeCommit(() -> {
                            throw new SQLException("the disk is full", "53100");
                        });
                        return "";
                    }))
                    .isInstanceOf(DatabaseUnavailable.class);
            assertThat(words()).isEmpty();
        }

        @Test
        void may_add_another() {
            transactions.write(tx -> {
                tx.beforeCommit(() -> tx.beforeCommit(() -> insert(tx, "late")));
                return "";
            });
            assertThat(words()).containsExactly("late");
        }
    }

    @Nested
    class A_database_that_goes_away {
        @Test
        void fails_the_work_and_serves_the_next_when_it_is_back() {
            assertThatThrownBy(() -> transactions.write(tx -> {
                        insert(tx, "lost");
                        cutOff(tx);
                        insert(tx, "never");
                        return "";
                    }))
                    .isInstanceOf(DatabaseUnavailable.class);
            write("one");
            assertThat(words()).containsExactly("one");
        }

        @Test
        void during_a_commit_leaves_the_outcome_unknown() {
            whenCommitting("perform pg_terminate_backend(pg_backend_pid())");
            assertThatThrownBy(() -> write("perhaps")).isInstanceOf(OutcomeUnknown.class);
        }

        @Test
        void during_a_commit_answers_every_work_of_the_group() throws InterruptedException {
            whenCommitting("perform pg_terminate_backend(pg_backend_pid())");
            List<CompletableFuture<Object>> answers = start(4, i -> tx -> {
                insert(tx, "word " + i);
                return i;
            });
            for (CompletableFuture<Object> answer : answers) {
                assertThatThrownBy(answer::join).hasCauseInstanceOf(OutcomeUnknown.class);
            }
        }

        @Test
        void is_not_to_be_confused_with_one_that_refuses_the_commit() {
            whenCommitting("raise exception 'no'");
            assertThatThrownBy(() -> write("refused")).isInstanceOf(DatabaseUnavailable.class);
            assertThat(words()).isEmpty();
        }

        /// A trigger that is put off until the commit, so that what it does happens while the commit is under
        /// way.
        private void whenCommitting(String act) {
            database.reader().rows("""
                    create function specimen.at_commit() returns trigger language plpgsql
                    as $$ begin %s; return null; end $$
                    """.formatted(act));
            database.reader().rows("""
                    create constraint trigger at_commit after insert on specimen.word
                    deferrable initially deferred for each row execute function specimen.at_commit()
                    """);
        }

        @Test
        void and_stays_away_is_said_to_be_unavailable() {
            database.refuseConnections();
            database.cutConnections();
            assertThatThrownBy(() -> write("one")).isInstanceOf(DatabaseUnavailable.class);
            assertThatThrownBy(() -> transactions.read(Transaction::connection))
                    .isInstanceOf(DatabaseUnavailable.class);
            database.allowConnections();
            write("two");
            assertThat(words()).containsExactly("two");
        }

        private void cutOff(Transaction tx) {
            int self = backend(tx);
            database.reader().rows("select pg_terminate_backend(?, 5000)", self);
        }

        private int backend(Transaction tx) {
            return Integer.parseInt(answer(tx, "select pg_backend_pid()"));
        }
    }

    @Nested
    class Closing {
        @Test
        void refuses_what_comes_later() {
            GroupedTransactions own = new GroupedTransactions(database.dataSource());
            own.close();
            assertThatThrownBy(() -> own.write(_ -> "late")).hasMessageContaining("shutting down");
        }

        @Test
        void finishes_the_work_that_runs() throws InterruptedException {
            GroupedTransactions own = new GroupedTransactions(database.dataSource());
            CountDownLatch running = new CountDownLatch(1);
            CountDownLatch closing = new CountDownLatch(1);
            CompletableFuture<Object> answer = asked(own, tx -> {
                running.countDown();
                await(closing);
                insert(tx, "one");
                return "done";
            });
            running.await();
            CompletableFuture<Void> closed = CompletableFuture.runAsync(own::close, callers);
            closing.countDown();
            closed.join();
            assertThat(answer.join()).isEqualTo("done");
            assertThat(words()).containsExactly("one");
        }
    }

    private record Page(List<String> words) {}

    /// Runs so many works as one group and returns the answers of those that succeeded.
    private <T> List<T> together(int count, Function<Integer, Function<Transaction, T>> works)
            throws InterruptedException {
        List<T> results = new ArrayList<>();
        for (CompletableFuture<T> answer : start(count, works)) {
            try {
                results.add(answer.join());
            } catch (CompletionException refused) {
                assertThat(refused).hasCauseInstanceOf(IllegalArgumentException.class);
            }
        }
        return results;
    }

    /// Holds the writer with a first work until all the others wait, so that they are taken as one group.
    private <T> List<CompletableFuture<T>> start(int count, Function<Integer, Function<Transaction, T>> works)
            throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<String> first = asked(transactions, _ -> {
            held.countDown();
            await(go);
            return "";
        });
        held.await();
        List<CompletableFuture<T>> answers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            answers.add(asked(transactions, works.apply(i)));
        }
        go.countDown();
        first.join();
        return answers;
    }

    /// Asks on a thread of its own; returns when that thread waits for its answer.
    private <T> CompletableFuture<T> asked(Transactions asked, Function<Transaction, T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Thread caller = Thread.ofPlatform().daemon().start(() -> {
            try {
                answer.complete(asked.write(work));
            } catch (Throwable e) {
                answer.completeExceptionally(e);
            }
        });
        while (caller.getState() != Thread.State.WAITING && caller.isAlive()) {
            Thread.onSpinWait();
        }
        return answer;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(String word) {
        transactions.write(tx -> {
            insert(tx, word);
            return "";
        });
    }

    private static void insert(Transaction tx, String word) {
        try (PreparedStatement insert = tx.connection().prepareStatement("insert into specimen.word values (?)")) {
            insert.setString(1, word);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String transactionNumber(Transaction tx) {
        return answer(tx, "select pg_current_xact_id()::text");
    }

    private static String answer(Transaction tx, String sql) {
        try (PreparedStatement query = tx.connection().prepareStatement(sql);
                var row = query.executeQuery()) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> words() {
        return database.reader().rows("select text from specimen.word order by text").stream()
                .map(row -> String.valueOf(row.getFirst()))
                .toList();
    }
}
