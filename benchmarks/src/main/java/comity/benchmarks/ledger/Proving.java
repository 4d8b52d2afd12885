package comity.benchmarks.ledger;

import comity.kernel.Utf8;
import comity.ledger.Hash;
import comity.ledger.tree.ConsistencyProof;
import comity.ledger.tree.InclusionProof;
import comity.ledger.tree.Proofs;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Making and checking proofs in trees of growing size, each time for another leaf.
@State(Scope.Thread)
public class Proving {
    /// A proof that is checked has just been read, so these are few enough to stay in the processor's cache, and are
    /// drawn by chance so that it cannot learn their order.
    private static final int PREPARED = 128;

    @Param({"1000", "10000", "100000", "1000000", "10000000"})
    public int size;

    private final Random chance = new Random(2);
    private final Hash[] entries = new Hash[PREPARED];
    private final InclusionProof[] inclusions = new InclusionProof[PREPARED];
    private final ConsistencyProof[] consistencies = new ConsistencyProof[PREPARED];
    private final Hash[] olderRoots = new Hash[PREPARED];
    private Proofs proofs = new Proofs(new PackedTree(0));
    private Hash root = Hash.EMPTY_TREE;

    private static Hash entry(long index) {
        return Hash.ofContent(Utf8.bytes(Long.toString(index)));
    }

    @Setup
    public void grow() {
        PackedTree tree = new PackedTree(size);
        for (int i = 0; i < size; i++) {
            tree.append(entry(i));
        }
        root = tree.root();
        proofs = new Proofs(tree);
        for (int i = 0; i < PREPARED; i++) {
            inclusions[i] = proveInclusion();
            entries[i] = entry(inclusions[i].index());
            consistencies[i] = proveConsistency();
            olderRoots[i] = proofs.root(consistencies[i].fromSize());
        }
    }

    @Benchmark
    public InclusionProof proveInclusion() {
        return proofs.inclusion(chance.nextInt(size), size);
    }

    @Benchmark
    public ConsistencyProof proveConsistency() {
        return proofs.consistency(1L + chance.nextInt(size), size);
    }

    @Benchmark
    public boolean checkInclusion() {
        int number = chance.nextInt(PREPARED);
        return hold(inclusions[number].proves(entries[number], root));
    }

    @Benchmark
    public boolean checkConsistency() {
        int number = chance.nextInt(PREPARED);
        return hold(consistencies[number].proves(olderRoots[number], root));
    }

    /// A check that fails is quick; it must not be measured as a check that holds.
    private static boolean hold(boolean proved) {
        if (!proved) {
            throw new IllegalStateException("A proof does not hold");
        }
        return true;
    }
}
