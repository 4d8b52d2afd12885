package comity.ledger.cosigning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.kernel.Utf8;
import comity.kernel.transaction.GroupedTransactions;
import comity.ledger.Hash;
import comity.ledger.cosigning.Cosigner;
import comity.ledger.cosigning.CosignerAnswer;
import comity.ledger.cosigning.CosigningAsk;
import comity.ledger.cosigning.Fork;
import comity.ledger.cosigning.KeptFork;
import comity.ledger.cosigning.Remembered;
import comity.ledger.note.Checkpoint;
import comity.ledger.note.CosignerKey;
import comity.ledger.note.LogKey;
import comity.ledger.note.SignatureType;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.tree.MemoryTree;
import comity.ledger.tree.Proofs;
import comity.testkit.HandClock;
import comity.testkit.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DurableMemoryTest {
    private static final LogKey LOG = LogKey.generate("node.xa.example/ledger");
    private static final CosignerKey KEY =
            CosignerKey.generate("node.xb.example/cosigner", SignatureType.ED25519_COSIGNATURE);
    private static final Instant FIRST = Instant.parse("2027-03-18T02:00:00Z");

    private final MemoryTree tree = new MemoryTree();
    private TestDatabase database;
    private DurableMemory memory;

    @BeforeEach
    void open() {
        database = TestDatabase.with("ledger");
        memory = new DurableMemory(database.transactions());
        for (int i = 0; i < 200; i++) {
            tree.append(Hash.ofContent(new byte[] {(byte) i}));
        }
    }

    @AfterEach
    void close() {
        database.close();
    }

    private SignedCheckpoint checkpoint(long size) {
        return LOG.sign(new Checkpoint(LOG.origin(), size, new Proofs(tree).root(size)));
    }

    private SignedCheckpoint other(long size) {
        return LOG.sign(new Checkpoint(LOG.origin(), size, Hash.ofContent(Utf8.bytes("another " + size))));
    }

    private Remembered remembered(long size) {
        return new Remembered(checkpoint(size), FIRST.plusSeconds(size));
    }

    @Nested
    class A_memory {
        @Test
        void begins_empty_and_is_the_same_after_a_restart() {
            assertThat(memory.latest(LOG.origin())).isEmpty();

            assertThat(memory.advance(Optional.empty(), remembered(5))).isTrue();
            assertThat(memory.advance(Optional.of(remembered(5)), remembered(9)))
                    .isTrue();

            try (GroupedTransactions afterwards = new GroupedTransactions(database.dataSource())) {
                assertThat(new DurableMemory(afterwards).latest(LOG.origin())).contains(remembered(9));
            }
        }

        @Test
        void changes_only_from_what_it_is() {
            memory.advance(Optional.empty(), remembered(5));

            assertThat(memory.advance(Optional.empty(), remembered(9))).isFalse();
            assertThat(memory.advance(Optional.of(remembered(4)), remembered(9)))
                    .isFalse();
            assertThat(memory.advance(Optional.of(new Remembered(checkpoint(5), FIRST)), remembered(9)))
                    .isFalse();

            assertThat(memory.latest(LOG.origin())).contains(remembered(5));
        }

        @Test
        void keeps_a_fork_once_and_for_good() {
            Fork first = Fork.shownBy(checkpoint(5), other(5), List.of()).orElseThrow();
            Fork second = Fork.shownBy(checkpoint(6), other(6), List.of()).orElseThrow();

            memory.keep(first, FIRST);
            memory.keep(second, FIRST.plusSeconds(1));
            memory.keep(first, FIRST.plusSeconds(2));

            assertThat(memory.forks())
                    .containsExactly(new KeptFork(first, FIRST), new KeptFork(second, FIRST.plusSeconds(1)));
        }

        @Test
        void that_somebody_changed_is_not_believed() {
            memory.advance(Optional.empty(), remembered(5));
            database.reader().rows("update ledger.cosigned set checkpoint = replace(checkpoint, '5', '4')");

            assertThatThrownBy(() -> memory.latest(LOG.origin())).isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class Two_processes_with_one_memory {
        @Test
        void sign_each_step_once() throws Exception {
            try (GroupedTransactions otherTransactions = new GroupedTransactions(database.dataSource());
                    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Cosigner here = cosigner(memory);
                Cosigner there = cosigner(new DurableMemory(otherTransactions));
                long from = 0;
                for (long to : List.of(7L, 50L, 200L)) {
                    List<Callable<CosignerAnswer>> asks = new ArrayList<>();
                    byte[] honest = ask(from, to);
                    byte[] forked = Utf8.bytes(
                            new CosigningAsk(from, List.of(), other(to).note()).body());
                    for (int i = 0; i < 10; i++) {
                        asks.add(() -> here.answer(honest));
                        asks.add(() -> there.answer(forked));
                    }
                    List<CosignerAnswer> answers = new ArrayList<>();
                    for (Future<CosignerAnswer> future : threads.invokeAll(asks)) {
                        answers.add(future.get());
                    }
                    // From nothing either history may come first; what counts is that only one of them is signed.
                    assertThat(answers.stream()
                                    .filter(CosignerAnswer.Cosigned.class::isInstance)
                                    .map(answer -> ((CosignerAnswer.Cosigned) answer).checkpoint())
                                    .distinct())
                            .hasSize(1);
                    assertThat(memory.latest(LOG.origin()).orElseThrow().checkpoint())
                            .isIn(checkpoint(to), other(to));
                    if (!memory.latest(LOG.origin()).orElseThrow().checkpoint().equals(checkpoint(to))) {
                        return;
                    }
                    from = to;
                }
            }
        }

        private Cosigner cosigner(DurableMemory of) {
            return new Cosigner(List.of(KEY), _ -> List.of(LOG.verifier()), of, HandClock.at("2027-03-18T02:00:00Z"));
        }

        private byte[] ask(long from, long to) {
            return Utf8.bytes(CosigningAsk.of(checkpoint(to), new Proofs(tree).consistency(from, to))
                    .body());
        }
    }
}
