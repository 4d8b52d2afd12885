package comity.ledger.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.ledger.Vector;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class TreeVectorsTest {
    @TestFactory
    Stream<DynamicTest> roots() {
        return Vector.tests("roots", vector -> {
            MemoryTree tree = new MemoryTree();
            vector.entries().forEach(tree::append);

            assertThat(tree.root()).isEqualTo(vector.hash("root"));
        });
    }

    @TestFactory
    Stream<DynamicTest> inclusion_proofs() {
        return Vector.tests("inclusion", vector -> {
            if (vector.expect().equals("malformed")) {
                assertThatThrownBy(() -> inclusion(vector)).isInstanceOf(IllegalArgumentException.class);
            } else {
                assertThat(inclusion(vector)
                                .provesLeaf(new TreeHasher().leaf(vector.bytes("entry")), vector.hash("root")))
                        .isEqualTo(vector.expect().equals("proves"));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> consistency_proofs() {
        return Vector.tests("consistency", vector -> {
            if (vector.expect().equals("malformed")) {
                assertThatThrownBy(() -> consistency(vector)).isInstanceOf(IllegalArgumentException.class);
            } else {
                assertThat(consistency(vector).proves(vector.hash("fromRoot"), vector.hash("toRoot")))
                        .isEqualTo(vector.expect().equals("proves"));
            }
        });
    }

    private static InclusionProof inclusion(Vector vector) {
        return new InclusionProof(vector.number("index"), vector.number("size"), vector.hashes("path"));
    }

    private static ConsistencyProof consistency(Vector vector) {
        return new ConsistencyProof(vector.number("from"), vector.number("to"), vector.hashes("path"));
    }
}
