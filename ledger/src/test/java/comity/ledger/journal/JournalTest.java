package comity.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.kernel.Utf8;
import comity.kernel.transaction.GroupedTransactions;
import comity.kernel.transaction.Transactions;
import comity.ledger.LeafPlace;
import comity.ledger.Opening;
import comity.ledger.note.Checkpoint;
import comity.ledger.note.LogKey;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.tree.ConsistencyProof;
import comity.ledger.tree.InclusionProof;
import comity.testkit.HandClock;
import comity.testkit.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class JournalTest {
    private static final String ORIGIN = "node.xa.example/ledger";
    private static final UUID SUBJECT = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

    private final LogKey key = LogKey.generate(ORIGIN);
    private final HandClock clock = HandClock.at("2027-03-13T02:14:00.123456789Z");
    private TestDatabase database;
    private Transactions transactions;
    private Journal journal;

    @BeforeEach
    void open() {
        database = TestDatabase.with("ledger");
        transactions = database.transactions();
        journal = new Journal(transactions, key, clock);
    }

    @AfterEach
    void close() {
        database.close();
    }

    private LeafPlace append(String event) {
        return transactions.write(tx -> journal.append(tx, "letter.out", SUBJECT, Utf8.bytes(event)));
    }

    private void appendMany(int count) {
        transactions.write(tx -> IntStream.range(0, count)
                .mapToObj(i -> journal.append(tx, "letter.out", SUBJECT, Utf8.bytes("event " + i)))
                .toList());
    }

    private List<Long> indexesInDatabase() {
        return database.reader().rows("select index from ledger.leaf order by index").stream()
                .map(row -> Long.valueOf(row.getFirst()))
                .toList();
    }

    private void assertSound() {
        Checkpoint head = transactions.read(journal::latest).checkpoint();
        assertThat(indexesInDatabase())
                .isEqualTo(LongStream.range(0, head.size()).boxed().toList());
        transactions.read(tx -> {
            for (long index = 0; index < head.size(); index++) {
                LeafPlace place = journal.leaf(tx, index).orElseThrow().place();
                assertThat(journal.inclusion(tx, index, head.size()).proves(place.entry(), head.root()))
                        .isTrue();
            }
            return head;
        });
    }

    @Nested
    class Appending {
        @Test
        void begins_at_zero_and_leaves_no_gap() {
            assertThat(append("first").index()).isZero();
            assertThat(append("second").index()).isEqualTo(1);
            assertSound();
        }

        @Test
        void keeps_what_it_was_given_and_commits_to_salt_and_event() {
            LeafPlace place = append("asked to preserve");

            LeafRecord leaf =
                    transactions.read(tx -> journal.leaf(tx, place.index())).orElseThrow();
            Opening opening = leaf.opening().orElseThrow();

            assertThat(leaf.label()).isEqualTo("letter.out");
            assertThat(leaf.subject()).isEqualTo(SUBJECT);
            assertThat(leaf.at()).isEqualTo("2027-03-13T02:14:00.123456Z");
            assertThat(opening.event()).isEqualTo(Utf8.bytes("asked to preserve"));
            assertThat(opening.commitment().hex()).isEqualTo(place.commitment()).isEqualTo(leaf.commitment());
        }

        @Test
        void hides_the_same_event_differently_each_time() {
            assertThat(append("the same").commitment())
                    .isNotEqualTo(append("the same").commitment());
        }

        @Test
        void finds_all_leaves_about_a_subject_in_their_order() {
            UUID other = UUID.randomUUID();
            append("first");
            transactions.write(tx -> journal.append(tx, "letter.in", other, new byte[0]));
            append("second");

            List<LeafRecord> leaves = transactions.read(tx -> journal.leavesOf(tx, SUBJECT));

            assertThat(leaves).extracting(LeafRecord::index).containsExactly(0L, 2L);
        }

        @Test
        void shows_a_signed_checkpoint_that_covers_the_leaf_once_the_transaction_is_committed() {
            LeafPlace place = append("an event");

            SignedCheckpoint latest = journal.latest();

            Checkpoint read =
                    SignedCheckpoint.open(latest.text(), key.verifier()).checkpoint();
            assertThat(read.size()).isEqualTo(1);
            InclusionProof proof = transactions.read(tx -> journal.inclusion(tx, 0, 1));
            assertThat(proof.proves(place.entry(), read.root())).isTrue();
        }

        @Test
        void signs_one_checkpoint_for_all_leaves_of_a_transaction() {
            appendMany(300);

            assertThat(journal.latest().checkpoint().size()).isEqualTo(300);
            assertSound();
        }

        @Test
        void accepts_a_leaf_from_another_step_before_the_commit() {
            transactions.write(tx -> {
                journal.append(tx, "letter.out", SUBJECT, Utf8.bytes("first"));
                tx.beforeCommit(() -> journal.append(tx, "letter.out", SUBJECT, Utf8.bytes("late")));
                return tx;
            });

            assertThat(journal.latest().checkpoint().size()).isEqualTo(2);
            assertSound();
        }

        @Test
        void by_many_threads_leaves_no_gap_and_gives_no_index_twice() throws Exception {
            List<Callable<LeafPlace>> works = IntStream.range(0, 200)
                    .<Callable<LeafPlace>>mapToObj(i -> () -> append("event " + i))
                    .toList();

            assertThat(allOf(works))
                    .extracting(LeafPlace::index)
                    .doesNotHaveDuplicates()
                    .hasSize(200);
            assertSound();
        }
    }

    @Nested
    class A_work_that_fails {
        @Test
        void leaves_no_leaf_and_no_gap() {
            append("before");
            SignedCheckpoint before = journal.latest();

            assertThatThrownBy(() -> transactions.write(tx -> {
                        journal.append(tx, "letter.out", SUBJECT, Utf8.bytes("never"));
                        throw new IllegalStateException("refused");
                    }))
                    .hasMessage("refused");

            assertThat(journal.latest()).isEqualTo(before);
            assertThat(append("after").index()).isEqualTo(1);
            assertSound();
        }

        @Test
        void among_others_takes_no_place_from_them() throws Exception {
            List<Callable<LeafPlace>> works = IntStream.range(0, 100)
                    .<Callable<LeafPlace>>mapToObj(i -> () -> {
                        try {
                            return transactions.write(tx -> {
                                LeafPlace place = journal.append(tx, "letter.out", SUBJECT, new byte[] {(byte) i});
                                if (i % 7 == 0) {
                                    throw new IllegalStateException("refused");
                                }
                                return place;
                            });
                        } catch (IllegalStateException e) {
                            return new LeafPlace(1_000_000 + i, "00".repeat(32));
                        }
                    })
                    .toList();

            List<Long> given = allOf(works).stream()
                    .map(LeafPlace::index)
                    .filter(index -> index < 1_000_000)
                    .sorted()
                    .toList();

            assertThat(given).isEqualTo(LongStream.range(0, 85).boxed().toList());
            assertSound();
        }
    }

    @Nested
    class Two_processes_on_one_database {
        @Test
        void take_turns_and_continue_each_others_tree() throws Exception {
            try (GroupedTransactions otherTransactions = new GroupedTransactions(database.dataSource())) {
                Journal other = new Journal(otherTransactions, key, clock);
                List<Callable<LeafPlace>> works = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    works.add(() -> append("here"));
                    works.add(() ->
                            otherTransactions.write(tx -> other.append(tx, "letter.in", SUBJECT, Utf8.bytes("there"))));
                }

                assertThat(allOf(works))
                        .extracting(LeafPlace::index)
                        .doesNotHaveDuplicates()
                        .hasSize(200);
            }
            assertThat(transactions.read(journal::latest).checkpoint().size()).isEqualTo(200);
            assertSound();
        }

        @Test
        void see_each_others_checkpoint_in_the_database() {
            try (GroupedTransactions otherTransactions = new GroupedTransactions(database.dataSource())) {
                Journal other = new Journal(otherTransactions, key, clock);
                append("here");

                assertThat(other.latest().checkpoint().size()).isZero();
                assertThat(otherTransactions.read(other::latest).checkpoint().size())
                        .isEqualTo(1);
            }
        }
    }

    @Nested
    class Opening_again {
        @Test
        void continues_where_the_log_ended() {
            appendMany(37);
            SignedCheckpoint before = journal.latest();

            journal = new Journal(transactions, key, clock);

            assertThat(journal.latest()).isEqualTo(before);
            assertThat(append("after").index()).isEqualTo(37);
            assertSound();
        }

        @Test
        void refuses_the_log_of_another_key() {
            LogKey stranger = LogKey.generate(ORIGIN);

            assertThatThrownBy(() -> new Journal(transactions, stranger, clock))
                    .isInstanceOf(LedgerDamaged.class)
                    .hasMessageContaining("note-not-signed");
        }

        @Test
        void refuses_a_tree_that_was_not_signed() {
            appendMany(2);
            database.reader()
                    .rows("update ledger.head set frontier = set_byte(frontier, 0, get_byte(frontier, 0) # 1)");

            assertThatThrownBy(() -> new Journal(transactions, key, clock)).isInstanceOf(LedgerDamaged.class);
            assertThatThrownBy(() -> append("more")).isInstanceOf(LedgerDamaged.class);
        }
    }

    @Nested
    class Proving {
        @Test
        void holds_for_leaves_at_every_size_the_log_has_shown() {
            List<Checkpoint> shown = new ArrayList<>();
            for (int count : List.of(1, 1, 3, 11, 16, 100, 200, 1)) {
                appendMany(count);
                shown.add(journal.latest().checkpoint());
            }

            transactions.read(tx -> {
                for (Checkpoint checkpoint : shown) {
                    for (long index : List.of(0L, checkpoint.size() / 2, checkpoint.size() - 1)) {
                        LeafPlace place = journal.leaf(tx, index).orElseThrow().place();
                        assertThat(journal.inclusion(tx, index, checkpoint.size())
                                        .proves(place.entry(), checkpoint.root()))
                                .isTrue();
                    }
                }
                return shown;
            });
        }

        @Test
        void holds_before_the_commit_for_leaves_that_the_transaction_adds_and_for_old_ones() {
            for (int count : List.of(1, 1, 3, 11, 16, 100, 200, 1)) {
                transactions.write(tx -> {
                    List<LeafPlace> added = IntStream.range(0, count)
                            .mapToObj(i -> journal.append(tx, "letter.in", SUBJECT, Utf8.bytes("event " + i)))
                            .toList();
                    tx.beforeCommit(() -> {
                        Checkpoint checkpoint = journal.latest(tx).checkpoint();
                        List<LeafPlace> places = new ArrayList<>(added);
                        places.add(journal.leaf(tx, 0).orElseThrow().place());
                        assertThat(places)
                                .allMatch(place ->
                                        journal.proof(tx, place.index()).proves(place.entry(), checkpoint.root()));
                        assertThat(checkpoint.size()).isEqualTo(added.getLast().index() + 1);
                    });
                    return added;
                });
            }
        }

        @Test
        void shows_that_the_log_only_grew() {
            List<Checkpoint> shown = new ArrayList<>();
            shown.add(journal.latest().checkpoint());
            for (int count : List.of(1, 6, 9, 240, 1, 43)) {
                appendMany(count);
                shown.add(journal.latest().checkpoint());
            }

            for (Checkpoint older : shown) {
                for (Checkpoint newer : shown) {
                    if (older.size() <= newer.size()) {
                        ConsistencyProof proof =
                                transactions.read(tx -> journal.consistency(tx, older.size(), newer.size()));
                        assertThat(proof.proves(older.root(), newer.root())).isTrue();
                    }
                }
            }
        }

        @Test
        void speaks_of_no_tree_that_does_not_exist_yet() {
            appendMany(3);

            assertThatThrownBy(() -> transactions.read(tx -> journal.inclusion(tx, 0, 4)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> transactions.read(tx -> journal.inclusion(tx, 3, 3)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> transactions.read(tx -> journal.consistency(tx, 3, 4)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Destroying_salt_and_event {
        private static final Erasure ORDER = new Erasure("court-order", "account-7");

        private Destruction destroy(long index) {
            return transactions.write(tx -> journal.destroy(tx, index, ORDER));
        }

        @Test
        void leaves_the_leaf_every_proof_and_a_record_of_why() {
            appendMany(20);
            LeafPlace before =
                    transactions.read(tx -> journal.leaf(tx, 7)).orElseThrow().place();
            SignedCheckpoint old = journal.latest();

            Destruction destruction = destroy(7);

            LeafRecord gone = transactions.read(tx -> journal.leaf(tx, 7)).orElseThrow();
            LeafRecord why =
                    transactions.read(tx -> journal.destructionOf(tx, 7)).orElseThrow();
            assertThat(destruction).isEqualTo(new Destruction.Destroyed(why.place()));
            assertThat(gone.opening()).isEmpty();
            assertThat(gone.place()).isEqualTo(before);
            assertThat(why.index()).isEqualTo(20);
            assertThat(why.label()).isEqualTo("leaf.destroyed");
            assertThat(why.subject()).isEqualTo(SUBJECT);
            assertThat(Utf8.text(why.opening().orElseThrow().event()))
                    .isEqualTo("{\"by\":\"account-7\",\"ground\":\"court-order\",\"leaf\":7,"
                            + "\"type\":\"comity.leaf-destroyed\"}");
            assertSound();
            assertThat(transactions
                            .read(tx -> journal.consistency(tx, 20, 21))
                            .proves(
                                    old.checkpoint().root(),
                                    journal.latest().checkpoint().root()))
                    .isTrue();
        }

        @Test
        void takes_the_bytes_out_of_the_row() {
            append("a telephone number");
            assertThat(database.reader().rows("select 1 from ledger.leaf where index = 0 and salt is not null"))
                    .hasSize(1);

            destroy(0);

            assertThat(database.reader()
                            .rows("select 1 from ledger.leaf where index = 0 and salt is null and event is null"))
                    .hasSize(1);
        }

        @Test
        void is_undone_together_with_its_record() {
            appendMany(3);

            assertThatThrownBy(() -> transactions.write(tx -> {
                        journal.destroy(tx, 1, ORDER);
                        throw new IllegalStateException("undone");
                    }))
                    .hasMessage("undone");

            assertThat(transactions
                            .read(tx -> journal.leaf(tx, 1))
                            .orElseThrow()
                            .opening())
                    .isPresent();
            assertThat(journal.latest().checkpoint().size()).isEqualTo(3);
            assertSound();
        }

        @Test
        void happens_once_however_many_order_it() throws Exception {
            appendMany(3);
            List<Callable<Destruction>> orders = IntStream.range(0, 20)
                    .<Callable<Destruction>>mapToObj(_ -> () -> destroy(1))
                    .toList();

            List<Destruction> answers = allOf(orders);

            assertThat(answers.stream().filter(Destruction.Destroyed.class::isInstance))
                    .hasSize(1);
            assertThat(answers.stream().filter(answer -> answer.equals(new Destruction.GoneBefore(3))))
                    .hasSize(19);
            assertThat(journal.latest().checkpoint().size()).isEqualTo(4);
        }

        @Test
        void spares_the_record_of_a_destruction_and_what_is_not_there() {
            appendMany(2);
            destroy(0);

            assertThat(destroy(2)).isEqualTo(new Destruction.IsItselfARecord());
            assertThat(destroy(3)).isEqualTo(new Destruction.NoSuchLeaf());
            assertThat(destroy(-1)).isEqualTo(new Destruction.NoSuchLeaf());
            Optional<LeafRecord> why = transactions.read(tx -> journal.destructionOf(tx, 1));
            assertThat(why).isEmpty();
        }

        @Test
        void has_a_ground_that_names_nothing_of_the_case() {
            for (String ground : List.of("", "Because of Mr X", "a\"b", "x".repeat(65))) {
                assertThatThrownBy(() -> new Erasure(ground, "account-7")).isInstanceOf(IllegalArgumentException.class);
            }
            assertThatThrownBy(() -> new Erasure("court-order", "A \"name\""))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void is_never_done_by_half() {
            appendMany(1);

            assertThatThrownBy(() -> database.reader().rows("update ledger.leaf set salt = null"))
                    .hasStackTraceContaining("leaf_check");
        }
    }

    @Nested
    class Padding {
        private int fill(int multiple) {
            return transactions.write(tx -> journal.fill(tx, multiple, -1));
        }

        @Test
        void makes_the_size_a_multiple_and_nothing_more() {
            assertThat(fill(16)).isZero();
            append("an event");

            assertThat(fill(16)).isEqualTo(15);
            assertThat(fill(16)).isZero();
            assertThat(fill(1)).isZero();

            assertThat(journal.latest().checkpoint().size()).isEqualTo(16);
            assertSound();
        }

        @Test
        void makes_a_quiet_round_look_like_a_busy_one() {
            fill(16);
            append("one");
            fill(16);
            assertThat(journal.latest().checkpoint().size()).isEqualTo(16);
            assertThat((int) transactions.write(tx -> journal.fill(tx, 16, 16))).isEqualTo(16);
            assertThat((int) transactions.write(tx -> journal.fill(tx, 16, 16))).isZero();
        }

        @Test
        void counts_what_the_same_transaction_has_added() {
            transactions.write(tx -> {
                journal.append(tx, "letter.out", SUBJECT, Utf8.bytes("first"));
                return journal.fill(tx, 4, -1);
            });

            assertThat(journal.latest().checkpoint().size()).isEqualTo(4);
        }

        @Test
        void looks_like_every_other_leaf_and_can_be_shown_to_be_empty() {
            append("an event");
            fill(3);

            List<LeafRecord> leaves = transactions.read(tx -> List.of(
                    journal.leaf(tx, 1).orElseThrow(), journal.leaf(tx, 2).orElseThrow()));

            assertThat(leaves).extracting(LeafRecord::commitment).doesNotHaveDuplicates();
            assertThat(leaves)
                    .allSatisfy(leaf -> assertThat(
                                    Utf8.text(leaf.opening().orElseThrow().event()))
                            .isEqualTo("{\"type\":\"comity.padding\"}"));
        }
    }

    private static <T> List<T> allOf(List<Callable<T>> works) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(works)) {
                results.add(future.get());
            }
            return results;
        }
    }
}
