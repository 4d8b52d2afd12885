package comity.benchmarks.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.ledger.Hash;
import comity.ledger.tree.MemoryTree;
import comity.ledger.tree.Proofs;
import org.junit.jupiter.api.Test;

class PackedTreeTest {
    private static final int LEAVES = 300;

    private final PackedTree packed = new PackedTree(LEAVES);
    private final MemoryTree known = new MemoryTree();

    private void grow(int leaves) {
        for (int i = 0; i < leaves; i++) {
            Hash entry = Hash.ofContent(new byte[] {(byte) i});
            packed.append(entry);
            known.append(entry);
        }
    }

    @Test
    void is_the_same_tree_as_that_of_the_ledger() {
        grow(LEAVES);
        assertThat(packed.root()).isEqualTo(known.root());
        for (int i = 0; i < LEAVES; i++) {
            assertThat(new Proofs(packed).inclusion(i, LEAVES)).isEqualTo(new Proofs(known).inclusion(i, LEAVES));
        }
    }

    @Test
    void knows_nothing_of_a_tree_that_was_cleared_away() {
        grow(LEAVES);
        packed.clear();
        packed.append(Hash.EMPTY_TREE);
        assertThatThrownBy(() -> new Proofs(packed).inclusion(0, 2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The tree of 1 leaves has no hash");
    }

    @Test
    void refuses_a_leaf_that_it_has_no_room_for() {
        grow(LEAVES);
        assertThatThrownBy(() -> packed.append(Hash.EMPTY_TREE)).isInstanceOf(IllegalStateException.class);
    }
}
