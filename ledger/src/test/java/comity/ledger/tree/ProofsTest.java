package comity.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.ledger.Hash;
import comity.testkit.Chance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProofsTest {
    private final MemoryTree tree = new MemoryTree();
    private final List<Hash> entries = new ArrayList<>();
    private final List<Hash> roots = new ArrayList<>(List.of(Hash.EMPTY_TREE));
    private final Proofs proofs = new Proofs(tree);

    private void grow(Chance chance, int size) {
        while (entries.size() < size) {
            Hash entry = Hash.of(chance.bytes(Hash.LENGTH));
            entries.add(entry);
            tree.append(entry);
            roots.add(tree.root());
        }
    }

    private static Hash turned(Hash hash, Chance chance) {
        byte[] bytes = hash.bytes();
        bytes[chance.number(0, 31)] ^= (byte) (1 << chance.number(0, 7));
        return Hash.of(bytes);
    }

    private static List<Hash> with(List<Hash> path, int at, Hash hash) {
        List<Hash> changed = new ArrayList<>(path);
        changed.set(at, hash);
        return changed;
    }

    @Nested
    class Each_proof {
        @Test
        void of_inclusion_holds_for_every_leaf_of_every_small_tree() {
            grow(Chance.ofSeed(1), 66);

            for (int size = 1; size <= 66; size++) {
                for (int index = 0; index < size; index++) {
                    InclusionProof proof = proofs.inclusion(index, size);
                    assertThat(proof.proves(entries.get(index), roots.get(size)))
                            .isTrue();
                }
            }
        }

        @Test
        void of_consistency_holds_between_all_small_trees() {
            grow(Chance.ofSeed(2), 66);

            for (int to = 0; to <= 66; to++) {
                for (int from = 0; from <= to; from++) {
                    ConsistencyProof proof = proofs.consistency(from, to);
                    assertThat(proof.proves(roots.get(from), roots.get(to))).isTrue();
                }
            }
        }

        @Test
        void fails_as_soon_as_one_bit_of_it_is_turned() {
            Chance.times(300, chance -> {
                grow(chance, 300);
                int size = chance.number(2, 300);
                int index = chance.number(0, size - 1);
                InclusionProof proof = proofs.inclusion(index, size);
                int at = chance.number(0, proof.path().size() - 1);
                List<Hash> changed = with(proof.path(), at, turned(proof.path().get(at), chance));

                assertThat(proof.proves(entries.get(index), roots.get(size))).isTrue();
                assertThat(new InclusionProof(index, size, changed).proves(entries.get(index), roots.get(size)))
                        .isFalse();
                assertThat(proof.proves(turned(entries.get(index), chance), roots.get(size)))
                        .isFalse();
                assertThat(proof.proves(entries.get(index), turned(roots.get(size), chance)))
                        .isFalse();
            });
        }

        @Test
        void of_consistency_fails_as_soon_as_one_bit_of_it_is_turned() {
            Chance.times(300, chance -> {
                grow(chance, 300);
                int to = chance.number(2, 300);
                int from = chance.number(1, to - 1);
                ConsistencyProof proof = proofs.consistency(from, to);
                int at = chance.number(0, proof.path().size() - 1);
                List<Hash> changed = with(proof.path(), at, turned(proof.path().get(at), chance));

                assertThat(proof.proves(roots.get(from), roots.get(to))).isTrue();
                assertThat(new ConsistencyProof(from, to, changed).proves(roots.get(from), roots.get(to)))
                        .isFalse();
                assertThat(proof.proves(turned(roots.get(from), chance), roots.get(to)))
                        .isFalse();
                assertThat(proof.proves(roots.get(from), turned(roots.get(to), chance)))
                        .isFalse();
            });
        }

        @Test
        void is_no_proof_of_another_leaf_or_of_another_size() {
            grow(Chance.ofSeed(3), 40);

            for (int size = 1; size <= 40; size++) {
                for (int index = 0; index < size; index++) {
                    List<Hash> path = proofs.inclusion(index, size).path();
                    for (int other = 0; other < size; other++) {
                        if (other != index) {
                            assertThat(new InclusionProof(other, size, path)
                                            .proves(entries.get(index), roots.get(size)))
                                    .isFalse();
                        }
                    }
                    assertThat(new InclusionProof(index, size, path).proves(entries.get(index), roots.get(size - 1)))
                            .isFalse();
                }
            }
        }

        @Test
        void is_at_most_as_long_as_the_tree_is_high() {
            grow(Chance.ofSeed(4), 300);

            for (int size = 1; size <= 300; size++) {
                int height = 64 - Long.numberOfLeadingZeros(size - 1L);
                assertThat(proofs.inclusion(0, size).path()).hasSize(height);
                assertThat(proofs.inclusion(size - 1, size).path()).hasSizeLessThanOrEqualTo(height);
                assertThat(proofs.consistency(size / 2, size).path()).hasSizeLessThanOrEqualTo(height + 1);
            }
        }

        @Test
        void is_asked_for_only_where_there_is_a_tree() {
            grow(Chance.ofSeed(5), 3);

            assertThatThrownBy(() -> proofs.inclusion(3, 3)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> proofs.inclusion(-1, 3)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> proofs.consistency(4, 3)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> proofs.inclusion(0, 4)).isInstanceOf(IllegalStateException.class);
        }
    }

    @Nested
    class A_history_that_was_rewritten {
        @Test
        void has_no_proof_that_it_continues_the_old_one() {
            Chance.times(100, chance -> {
                grow(chance, 200);
                int to = chance.number(2, 200);
                int from = chance.number(1, to);
                int rewritten = chance.number(0, from - 1);
                MemoryTree fork = new MemoryTree();
                for (int i = 0; i < to; i++) {
                    fork.append(i == rewritten ? turned(entries.get(i), chance) : entries.get(i));
                }

                ConsistencyProof forged = new Proofs(fork).consistency(from, to);

                assertThat(forged.proves(roots.get(from), fork.root())).isFalse();
            });
        }
    }

    @Nested
    class An_edge_that_was_kept {
        @Test
        void goes_on_to_the_same_roots() {
            Chance.times(50, chance -> {
                grow(chance, 300);
                int size = chance.number(0, 299);
                Frontier frontier = proofs.frontier(size);
                Frontier again = Frontier.of(frontier.size(), frontier.roots());

                assertThat(again.root()).isEqualTo(roots.get(size));
                again.append(new TreeHasher().leaf(entries.get(size)));
                assertThat(again.root()).isEqualTo(roots.get(size + 1));
            });
        }

        @Test
        void has_one_hash_for_each_bit_of_its_size() {
            assertThatThrownBy(() -> Frontier.of(3, List.of(Hash.EMPTY_TREE)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> Frontier.of(-1, List.of())).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class Hashes_of_some_levels_only {
        @Test
        void prove_the_same() {
            grow(Chance.ofSeed(6), 300);
            for (int step : List.of(1, 2, 4, 8)) {
                Proofs sparse = new Proofs(new SparseHashes(step, places -> {
                    assertThat(places).allMatch(place -> place.level() % step == 0);
                    return tree.read(places);
                }));
                for (int size : List.of(1, 2, 17, 255, 256, 257, 300)) {
                    assertThat(sparse.inclusion(size / 3, size)).isEqualTo(proofs.inclusion(size / 3, size));
                    assertThat(sparse.consistency(size / 2, size)).isEqualTo(proofs.consistency(size / 2, size));
                    assertThat(sparse.root(size)).isEqualTo(roots.get(size));
                }
            }
        }
    }

    @Nested
    class A_path {
        @Test
        void belongs_to_the_proof_and_cannot_be_changed_from_outside() {
            Hash[] path = {Hash.EMPTY_TREE};
            InclusionProof proof = new InclusionProof(0, 2, Arrays.asList(path));

            path[0] = Hash.ofContent(new byte[] {1});

            assertThat(proof.path()).containsExactly(Hash.EMPTY_TREE);
        }
    }
}
