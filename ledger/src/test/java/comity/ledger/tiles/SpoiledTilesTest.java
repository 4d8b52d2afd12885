package comity.ledger.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import comity.kernel.Utf8;
import comity.ledger.Hash;
import comity.ledger.tree.InclusionProof;
import comity.ledger.tree.MemoryTree;
import comity.ledger.tree.Proofs;
import comity.testkit.Chance;
import comity.testkit.Mutation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Thousands of spoiled bundles, paths and proofs.
class SpoiledTilesTest {
    @Nested
    class A_spoiled {
        @Test
        void bundle_is_refused_or_is_what_it_says() {
            byte[] good = EntryBundle.encode(List.of(new byte[32], new byte[32], new byte[0], new byte[300]));
            Chance.times(4000, chance -> {
                byte[] spoiled = Mutation.of(good, chance);
                try {
                    assertThat(EntryBundle.encode(EntryBundle.decode(spoiled, 4)))
                            .isEqualTo(spoiled);
                } catch (IllegalArgumentException refused) {
                    assertThat(refused).hasMessageContaining("Not a bundle");
                }
            });
        }

        @Test
        void path_names_one_file_or_none() {
            byte[] good = Utf8.bytes("tile/0/x001/x234/067.p/12");
            Chance.times(4000, chance -> {
                String spoiled = Utf8.text(Mutation.of(good, chance));
                TileFile.parse(spoiled)
                        .ifPresent(file -> assertThat(file.path()).isEqualTo(spoiled));
            });
        }

        @Test
        void proof_proves_nothing() {
            MemoryTree tree = new MemoryTree();
            List<Hash> entries = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                entries.add(Hash.ofContent(Utf8.bytes("entry " + i)));
                tree.append(entries.getLast());
            }
            Chance.times(2000, chance -> {
                int index = chance.number(0, 599);
                InclusionProof good = new Proofs(tree).inclusion(index, 600);
                assertThat(good.proves(entries.get(index), tree.root())).isTrue();
                assertThat(spoiled(good, chance).proves(entries.get(index), tree.root()))
                        .isFalse();
            });
        }

        private static InclusionProof spoiled(InclusionProof good, Chance chance) {
            List<Hash> path = new ArrayList<>(good.path());
            int at = chance.number(0, path.size() - 1);
            switch (chance.number(0, 3)) {
                case 0 -> path.remove(at);
                case 1 -> path.add(at, Hash.of(chance.bytes(Hash.LENGTH)));
                case 2 -> path.set(at, Hash.of(chance.bytes(Hash.LENGTH)));
                default -> {
                    return new InclusionProof((good.index() + chance.number(1, 599)) % 600, 600, path);
                }
            }
            return new InclusionProof(good.index(), 600, path);
        }
    }
}
