package comity.ledger.cosigning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.kernel.Utf8;
import comity.ledger.Hash;
import comity.ledger.note.Checkpoint;
import comity.ledger.note.Cosignature;
import comity.ledger.note.CosignatureFault;
import comity.ledger.note.CosignerKey;
import comity.ledger.note.LogKey;
import comity.ledger.note.NoteSignature;
import comity.ledger.note.SignatureType;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.note.VerifierKey;
import comity.ledger.tree.MemoryTree;
import comity.ledger.tree.Proofs;
import comity.testkit.HandClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CosignerTest {
    private static final LogKey LOG = LogKey.generate("node.xa.example/ledger");
    private static final String NAME = "node.xb.example/cosigner";
    private static final List<CosignerKey> KEYS = List.of(
            CosignerKey.generate(NAME, SignatureType.ED25519_COSIGNATURE),
            CosignerKey.generate(NAME, SignatureType.ML_DSA_44_COSIGNATURE));
    private static final List<VerifierKey> VERIFIERS =
            KEYS.stream().map(CosignerKey::verifier).toList();

    private final HandClock clock = HandClock.at("2027-03-18T02:00:00.500Z");
    private final CosignerMemory memory = new TransientMemory();
    private final Cosigner cosigner = cosigner(memory);
    private final MemoryTree tree = tree("entry", 1000);
    private final MemoryTree otherTree = tree("other", 1000);

    private Cosigner cosigner(CosignerMemory kept) {
        return new Cosigner(
                KEYS, origin -> origin.equals(LOG.origin()) ? List.of(LOG.verifier()) : List.of(), kept, clock);
    }

    private static MemoryTree tree(String word, int size) {
        MemoryTree grown = new MemoryTree();
        for (int i = 0; i < size; i++) {
            grown.append(Hash.ofContent(Utf8.bytes(word + " " + i)));
        }
        return grown;
    }

    private static SignedCheckpoint checkpoint(MemoryTree of, long size) {
        return LOG.sign(new Checkpoint(LOG.origin(), size, new Proofs(of).root(size)));
    }

    private static byte[] ask(MemoryTree of, long from, long to) {
        return Utf8.bytes(CosigningAsk.of(checkpoint(of, to), new Proofs(of).consistency(from, to))
                .body());
    }

    private CosignerAnswer.Cosigned cosigned(long from, long to) {
        return (CosignerAnswer.Cosigned) cosigner.answer(ask(tree, from, to));
    }

    private Instant timeOf(CosignerAnswer.Cosigned answer) {
        SignedCheckpoint note = answer.checkpoint().with(answer.lines());
        return ((Cosignature.Signed) Cosignature.of(note, VERIFIERS.getFirst(), Instant.parse("2040-01-01T00:00:00Z")))
                .at();
    }

    @Nested
    class A_log_that_only_grows {
        @Test
        void is_signed_step_by_step_with_both_keys() {
            long from = 0;
            for (long to : List.of(0L, 1L, 2L, 7L, 8L, 300L, 300L, 1000L)) {
                CosignerAnswer.Cosigned answer = cosigned(from, to);
                assertThat(answer.lines()).hasSize(2);
                assertThat(timeOf(answer)).isEqualTo("2027-03-18T02:00:00Z");
                assertThat(memory.latest(LOG.origin()))
                        .map(Remembered::checkpoint)
                        .contains(checkpoint(tree, to));
                from = to;
            }
        }

        @Test
        void is_told_what_is_remembered_when_it_does_not_know() {
            cosigned(0, 300);

            CosignerAnswer answer = cosigner.answer(ask(tree, 0, 400));

            assertThat(answer).isEqualTo(new CosignerAnswer.OtherSize(300, checkpoint(tree, 400), Optional.empty()));
            assertThat(CosignerReply.read(
                            answer.status(),
                            answer.contentType(),
                            Utf8.bytes(answer.body()),
                            checkpoint(tree, 400),
                            VERIFIERS,
                            clock.instant()))
                    .isEqualTo(new CosignerReply.OtherSize(300));
        }

        @Test
        void is_signed_once_for_each_step_however_many_ask() throws Exception {
            List<Callable<CosignerAnswer>> asks = new ArrayList<>();
            IntStream.range(1, 200).forEach(size -> asks.add(() -> cosigner.answer(ask(tree, 0, size))));

            List<CosignerAnswer> answers = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<CosignerAnswer> future : threads.invokeAll(asks)) {
                    answers.add(future.get());
                }
            }

            assertThat(answers.stream().filter(CosignerAnswer.Cosigned.class::isInstance))
                    .hasSize(1);
            assertThat(answers.stream().filter(answer -> !(answer instanceof CosignerAnswer.Cosigned)))
                    .allMatch(CosignerAnswer.OtherSize.class::isInstance);
        }
    }

    @Nested
    class A_log_with_two_histories {
        @Test
        void is_refused_and_leaves_its_evidence() {
            cosigned(0, 300);

            CosignerAnswer sameSize = cosigner.answer(ask(otherTree, 300, 300));
            CosignerAnswer grown = cosigner.answer(ask(otherTree, 300, 301));

            assertThat(sameSize.status()).isEqualTo(409);
            assertThat(grown.status()).isEqualTo(422);
            assertThat(memory.forks()).hasSize(2).extracting(KeptFork::fork).allSatisfy(fork -> {
                assertThat(fork.older()).isEqualTo(checkpoint(tree, 300));
                assertThat(Fork.parse(Utf8.bytes(fork.text()), _ -> List.of(LOG.verifier())))
                        .contains(fork);
            });
            assertThat(memory.latest(LOG.origin())).map(Remembered::checkpoint).contains(checkpoint(tree, 300));
        }

        @Test
        void is_told_the_remembered_size_when_it_names_another_and_leaves_its_evidence_all_the_same() {
            cosigned(0, 300);

            CosignerAnswer answer = cosigner.answer(ask(otherTree, 0, 300));

            assertThat(answer.contentType()).isEqualTo("text/x.tlog.size");
            assertThat(answer.body()).isEqualTo("300\n");
            assertThat(answer.evidence()).isPresent();
            assertThat(memory.forks())
                    .extracting(KeptFork::fork)
                    .containsExactly(answer.evidence().get());
        }

        @Test
        void leaves_its_evidence_once_however_often_it_tries() {
            cosigned(0, 300);

            cosigner.answer(ask(otherTree, 0, 300));
            cosigner.answer(ask(otherTree, 0, 300));

            assertThat(memory.forks()).hasSize(1);
        }

        @Test
        void is_still_signed_on_the_line_that_was_seen_first() {
            cosigned(0, 300);
            cosigner.answer(ask(otherTree, 0, 300));

            assertThat(cosigned(300, 301).status()).isEqualTo(200);
        }

        @Test
        void that_was_set_back_is_told_that_leaves_are_missing() {
            cosigned(0, 300);

            CosignerAnswer answer = cosigner.answer(ask(tree, 100, 200));

            assertThat(answer)
                    .isInstanceOfSatisfying(
                            CosignerAnswer.OtherSize.class,
                            other -> assertThat(other.isShorter()).isTrue());
            assertThat(memory.forks()).isEmpty();
        }
    }

    @Nested
    class A_clock_that_jumps {
        @Test
        void back_a_little_does_not_take_the_times_back() {
            Instant first = timeOf(cosigned(0, 10));
            clock.advance(Duration.ofMinutes(-4));

            CosignerAnswer.Cosigned second = cosigned(10, 20);

            assertThat(timeOf(second)).isEqualTo(first);
            assertThat(second.clockWentBack()).isTrue();
        }

        @Test
        void back_from_a_false_future_is_believed_again() {
            clock.advance(Duration.ofDays(365));
            cosigned(0, 10);
            clock.advance(Duration.ofDays(-365));

            CosignerAnswer.Cosigned second = cosigned(10, 20);

            assertThat(timeOf(second)).isEqualTo("2027-03-18T02:00:00Z");
            assertThat(second.clockWentBack()).isTrue();
            assertThat(cosigned(20, 30).clockWentBack()).isFalse();
        }

        @Test
        void ahead_makes_cosignatures_that_nobody_counts_yet() {
            clock.advance(Duration.ofMinutes(6));
            CosignerAnswer.Cosigned answer = cosigned(0, 10);
            clock.advance(Duration.ofMinutes(-6));

            SignedCheckpoint note = answer.checkpoint().with(answer.lines());

            assertThat(VERIFIERS)
                    .allSatisfy(key -> assertThat(Cosignature.of(note, key, clock.instant()))
                            .isEqualTo(new Cosignature.NotSigned(CosignatureFault.FROM_THE_FUTURE)));
        }
    }

    @Nested
    class A_memory_that_fails {
        @Test
        void lets_no_signature_out() {
            CosignerMemory broken = new CosignerMemory() {
                @Override
                public Optional<Remembered> latest(String origin) {
                    return memory.latest(origin);
                }

                @Override
                public boolean advance(Optional<Remembered> before, Remembered next) {
                    throw new IllegalStateException("The memory is gone");
                }

                @Override
                public void keep(Fork fork, Instant at) {}

                @Override
                public List<KeptFork> forks() {
                    return List.of();
                }
            };

            assertThatThrownBy(() -> cosigner(broken).answer(ask(tree, 0, 5))).hasMessage("The memory is gone");
        }
    }

    @Nested
    class A_reply {
        private final SignedCheckpoint asked = checkpoint(tree, 300);

        private CosignerReply read(int status, String body) {
            return CosignerReply.read(
                    status, CosignerAnswer.TEXT_TYPE, Utf8.bytes(body), asked, VERIFIERS, clock.instant());
        }

        private String lines(SignedCheckpoint signed, Instant at) {
            StringBuilder lines = new StringBuilder();
            KEYS.forEach(key -> lines.append(key.sign(signed, at).line()));
            return lines.toString();
        }

        @Test
        void is_taken_with_the_lines_of_the_keys_that_were_asked_for() {
            CosignerKey stranger = CosignerKey.generate("stranger.example", SignatureType.ED25519_COSIGNATURE);
            String body = stranger.sign(asked, clock.instant()).line() + lines(asked, clock.instant());

            assertThat(read(200, body)).isInstanceOfSatisfying(CosignerReply.Given.class, given -> {
                assertThat(given.lines()).extracting(NoteSignature::name).containsExactly(NAME, NAME);
                assertThat(given.checkpoint().note().signatures())
                        .startsWith(asked.note().signatures().getFirst())
                        .hasSize(3);
                assertThat(given.at()).isEqualTo("2027-03-18T02:00:00Z");
            });
        }

        @Test
        void over_another_checkpoint_is_worthless() {
            assertThat(read(200, lines(checkpoint(tree, 299), clock.instant())))
                    .isEqualTo(new CosignerReply.Worthless(CosignatureFault.WRONG));
        }

        @Test
        void of_the_future_is_worthless() {
            Instant future = clock.instant().plus(Duration.ofHours(1));
            assertThat(read(200, lines(asked, future)))
                    .isEqualTo(new CosignerReply.Worthless(CosignatureFault.FROM_THE_FUTURE));
        }

        @Test
        void of_strangers_only_or_of_nobody_is_worthless() {
            CosignerKey stranger = CosignerKey.generate("stranger.example", SignatureType.ED25519_COSIGNATURE);
            assertThat(read(200, stranger.sign(asked, clock.instant()).line()))
                    .isEqualTo(new CosignerReply.Worthless(CosignatureFault.MISSING));
            assertThat(read(200, "")).isEqualTo(new CosignerReply.Worthless(CosignatureFault.MALFORMED));
            assertThat(read(200, "<html>\n")).isEqualTo(new CosignerReply.Worthless(CosignatureFault.MALFORMED));
        }

        @Test
        void that_smuggles_a_line_into_the_text_is_worthless() {
            String smuggled = "one more line\n\n" + lines(asked, clock.instant());
            assertThat(read(200, smuggled)).isEqualTo(new CosignerReply.Worthless(CosignatureFault.MALFORMED));
        }

        @Test
        void that_names_the_log_itself_takes_nothing_from_the_log() {
            String forged = new NoteSignature(LOG.origin(), LOG.verifier().keyId(), new byte[64]).line()
                    + lines(asked, clock.instant());

            assertThat(read(200, forged)).isInstanceOfSatisfying(CosignerReply.Given.class, given -> {
                assertThat(SignedCheckpoint.open(given.checkpoint().text(), LOG.verifier()))
                        .isEqualTo(given.checkpoint());
            });
        }

        @Test
        void that_is_not_a_yes_is_told_apart() {
            assertThat(read(404, "ask-unknown-log\n")).isEqualTo(new CosignerReply.NotGiven(404));
            assertThat(read(503, "")).isEqualTo(new CosignerReply.NotGiven(503));
            assertThat(read(409, "evidence\n")).isEqualTo(new CosignerReply.Contradicted(409, "evidence\n"));
            assertThat(read(422, "ask-unproved\n")).isEqualTo(new CosignerReply.Contradicted(422, "ask-unproved\n"));
            for (String size : List.of("", "7", "-7\n", "07\n", "7\n7\n", "9".repeat(19) + "\n", "many\n")) {
                assertThat(CosignerReply.read(
                                409, CosignerAnswer.SIZE_TYPE, Utf8.bytes(size), asked, VERIFIERS, clock.instant()))
                        .isEqualTo(new CosignerReply.Worthless(CosignatureFault.MALFORMED));
            }
        }
    }

    @Nested
    class A_cosigner {
        @Test
        void has_one_name_and_a_key() {
            CosignerKey other = CosignerKey.generate("node.xc.example/cosigner", SignatureType.ED25519_COSIGNATURE);

            assertThatThrownBy(() -> new Cosigner(List.of(), _ -> List.of(), memory, clock))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Cosigner(List.of(KEYS.getFirst(), other), _ -> List.of(), memory, clock))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
