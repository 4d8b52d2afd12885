package comity.ledger.cosigning;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Utf8;
import comity.ledger.Hash;
import comity.ledger.note.Checkpoint;
import comity.ledger.note.CosignerKey;
import comity.ledger.note.LogKey;
import comity.ledger.note.SignatureType;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.note.VerifierKey;
import comity.ledger.tree.MemoryTree;
import comity.ledger.tree.Proofs;
import comity.testkit.Chance;
import comity.testkit.HandClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Three nodes cosign each other while calls are lost, repeated and out of order, memories fail, clocks
/// jump, nodes forget whom they asked last, and one of them keeps two histories.
class CosigningSimulationTest {
    private static final List<String> NAMES = List.of("node.xa.example", "node.xb.example", "node.xc.example");
    private static final List<LogKey> LOGS =
            NAMES.stream().map(name -> LogKey.generate(name + "/ledger")).toList();
    private static final List<CosignerKey> COSIGNERS = NAMES.stream()
            .map(name -> CosignerKey.generate(name + "/cosigner", SignatureType.ED25519_COSIGNATURE))
            .toList();

    private static List<VerifierKey> keysOf(String origin) {
        return LOGS.stream()
                .map(LogKey::verifier)
                .filter(key -> key.name().equals(origin))
                .toList();
    }

    /// One history of a log.
    private static final class History {
        private final MemoryTree tree = new MemoryTree();
        private final String name;
        private final long turn;

        History(String name, long turn) {
            this.name = name;
            this.turn = turn;
        }

        void grow(int by) {
            for (int i = 0; i < by; i++) {
                long index = tree.size();
                tree.append(Hash.ofContent(Utf8.bytes((index < turn ? "" : name) + index)));
            }
        }
    }

    /// A memory that fails now and then, before or after it has changed.
    private static final class ShakyMemory implements CosignerMemory {
        private final TransientMemory kept = new TransientMemory();
        private final Chance chance;
        private boolean steady;

        ShakyMemory(Chance chance) {
            this.chance = chance;
        }

        private void shake() {
            if (!steady && chance.onceIn(8)) {
                throw new IllegalStateException("The database is away");
            }
        }

        @Override
        public Optional<Remembered> latest(String origin) {
            return kept.latest(origin);
        }

        @Override
        public boolean advance(Optional<Remembered> before, Remembered next) {
            shake();
            boolean changed = kept.advance(before, next);
            shake();
            return changed;
        }

        @Override
        public void keep(Fork fork, java.time.Instant at) {
            kept.keep(fork, at);
        }

        @Override
        public List<KeptFork> forks() {
            return kept.forks();
        }
    }

    private static final class World {
        private final Chance chance;
        private final int liar;
        private final List<HandClock> clocks = new ArrayList<>();
        private final List<ShakyMemory> memories = new ArrayList<>();
        private final List<Cosigner> cosigners = new ArrayList<>();
        private final List<List<History>> histories = new ArrayList<>();
        private final Map<List<Integer>, Long> believed = new HashMap<>();
        private final List<byte[]> overheard = new ArrayList<>();
        /// What each cosigner has let out of its house, by log and size.
        private final Map<List<Object>, Hash> signed = new HashMap<>();

        World(Chance chance) {
            this.chance = chance;
            this.liar = chance.number(0, 5);
            for (int node = 0; node < 3; node++) {
                clocks.add(HandClock.at("2027-03-18T02:00:00Z"));
                memories.add(new ShakyMemory(chance));
                cosigners.add(new Cosigner(
                        List.of(COSIGNERS.get(node)),
                        CosigningSimulationTest::keysOf,
                        memories.get(node),
                        clocks.get(node)));
                long turn = node == liar ? chance.number(0, 20) : Long.MAX_VALUE;
                histories.add(List.of(new History("one ", turn), new History("two ", turn)));
            }
        }

        void step() {
            int node = chance.number(0, 2);
            int peer = (node + chance.number(1, 2)) % 3;
            switch (chance.number(0, 7)) {
                case 0, 1 -> histories.get(node).forEach(history -> history.grow(chance.number(1, 9)));
                case 2, 3, 4 -> ask(node, peer, history(node));
                case 5 -> believed.remove(List.of(node, peer));
                case 6 -> clocks.get(node).advance(Duration.ofSeconds(chance.number(-400, 900)));
                default -> repeat(peer);
            }
        }

        /// The liar shows each of its neighbours whichever history it likes.
        private History history(int node) {
            return histories.get(node).get(node == liar ? chance.number(0, 1) : 0);
        }

        private static SignedCheckpoint checkpoint(int node, History history) {
            LogKey log = LOGS.get(node);
            return log.sign(new Checkpoint(log.origin(), history.tree.size(), history.tree.root()));
        }

        private Optional<CosignerReply> ask(int node, int peer, History history) {
            long size = history.tree.size();
            long old = Math.min(believed.getOrDefault(List.of(node, peer), 0L), size);
            SignedCheckpoint shown = checkpoint(node, history);
            byte[] body = Utf8.bytes(CosigningAsk.of(shown, new Proofs(history.tree).consistency(old, size))
                    .body());
            overheard.add(body);
            Optional<CosignerAnswer> answer = deliver(peer, body);
            if (answer.isEmpty() || !memories.get(peer).steady && chance.onceIn(6)) {
                return Optional.empty();
            }
            CosignerReply reply = CosignerReply.read(
                    answer.get().status(),
                    answer.get().contentType(),
                    Utf8.bytes(answer.get().body()),
                    shown,
                    List.of(COSIGNERS.get(peer).verifier()),
                    clocks.get(peer).instant());
            switch (reply) {
                case CosignerReply.Given _ -> believed.put(List.of(node, peer), size);
                case CosignerReply.OtherSize(long remembered) -> believed.put(List.of(node, peer), remembered);
                case CosignerReply.Contradicted _, CosignerReply.NotGiven _, CosignerReply.Worthless _ -> {}
            }
            return Optional.of(reply);
        }

        private void repeat(int peer) {
            if (!overheard.isEmpty()) {
                deliver(peer, chance.oneOf(overheard));
            }
        }

        private Optional<CosignerAnswer> deliver(int peer, byte[] body) {
            Map<String, Long> before = sizes(peer);
            try {
                CosignerAnswer answer = cosigners.get(peer).answer(body);
                if (answer instanceof CosignerAnswer.Cosigned cosigned) {
                    let(peer, cosigned.checkpoint().checkpoint());
                }
                return Optional.of(answer);
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("The database is away");
                return Optional.empty();
            } finally {
                sizes(peer)
                        .forEach((origin, size) ->
                                assertThat(size).isGreaterThanOrEqualTo(before.getOrDefault(origin, 0L)));
            }
        }

        private Map<String, Long> sizes(int peer) {
            Map<String, Long> sizes = new HashMap<>();
            LOGS.forEach(log -> memories.get(peer)
                    .latest(log.origin())
                    .ifPresent(kept -> sizes.put(
                            log.origin(), kept.checkpoint().checkpoint().size())));
            return sizes;
        }

        private void let(int peer, Checkpoint checkpoint) {
            Hash before = signed.putIfAbsent(List.of(peer, checkpoint.origin(), checkpoint.size()), checkpoint.root());
            assertThat(before == null || before.equals(checkpoint.root()))
                    .as("one root for each size")
                    .isTrue();
        }

        /// Whatever a cosigner has signed of a log is one history.
        void assertOneHistoryEach() {
            signed.forEach((key, root) -> {
                int peer = (Integer) key.getFirst();
                String origin = (String) key.get(1);
                long size = (Long) key.getLast();
                int node = LOGS.stream().map(LogKey::origin).toList().indexOf(origin);
                Checkpoint latest = memories.get(peer)
                        .latest(origin)
                        .orElseThrow()
                        .checkpoint()
                        .checkpoint();
                assertThat(histories.get(node).stream()
                                .filter(history -> history.tree.size() >= latest.size())
                                .filter(history -> new Proofs(history.tree)
                                        .root(latest.size())
                                        .equals(latest.root()))
                                .anyMatch(history ->
                                        new Proofs(history.tree).root(size).equals(root)))
                        .isTrue();
            });
        }

        void assertOnlyTheLiarIsAccused() {
            memories.forEach(memory -> assertThat(memory.forks())
                    .allSatisfy(kept -> assertThat(kept.fork().origin())
                            .isEqualTo(LOGS.get(liar).origin())));
        }

        /// When the faults end, every honest log is signed by both neighbours within a few asks.
        void assertAllAreSignedInTheEnd() {
            memories.forEach(memory -> memory.steady = true);
            for (int node = 0; node < 3; node++) {
                if (node == liar) {
                    continue;
                }
                for (int peer : List.of((node + 1) % 3, (node + 2) % 3)) {
                    History history = histories.get(node).getFirst();
                    Optional<CosignerReply> reply = ask(node, peer, history);
                    if (reply.orElseThrow() instanceof CosignerReply.OtherSize) {
                        reply = ask(node, peer, history);
                    }
                    assertThat(reply.orElseThrow()).isInstanceOf(CosignerReply.Given.class);
                }
            }
        }
    }

    @Nested
    class Three_nodes_in_trouble {
        @Test
        void sign_one_history_of_each_log_accuse_only_a_liar_and_agree_in_the_end() {
            Chance.times(150, chance -> {
                World world = new World(chance);
                for (int i = 0; i < 80; i++) {
                    world.step();
                }
                world.assertOneHistoryEach();
                world.assertOnlyTheLiarIsAccused();
                world.assertAllAreSignedInTheEnd();
            });
        }
    }

    @Nested
    class A_liar {
        @Test
        void who_shows_both_histories_to_one_cosigner_leaves_evidence() {
            Chance.times(50, chance -> {
                World world = new World(Chance.ofSeed(chance.number(0, 1_000_000)));
                int liar = 0;
                History one = new History("one ", 10);
                History two = new History("two ", 10);
                int size = chance.number(11, 60);
                one.grow(size);
                two.grow(size);
                world.memories.forEach(memory -> memory.steady = true);

                world.ask(liar, 1, one);
                world.ask(liar, 1, two);

                assertThat(world.memories.get(1).forks()).hasSize(1);
            });
        }
    }
}
