package comity.benchmarks.ledger;

import comity.ledger.Hash;
import comity.ledger.Opening;
import comity.ledger.tree.Frontier;
import comity.ledger.tree.TreeHasher;
import java.security.SecureRandom;
import java.util.Random;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// Appends in memory, by one thread: the edge of the tree alone, with every hash kept, and with the salt
/// and the commitment that come before an append.
@State(Scope.Thread)
public class TreeGrowth {
    static final int LEAVES = 1_000_000;
    private static final int EVENT_BYTES = 400;

    private final TreeHasher hasher = new TreeHasher();
    private final SecureRandom chance = new SecureRandom();
    private final byte[] event = new byte[EVENT_BYTES];
    private final PackedTree tree = new PackedTree(LEAVES);
    private Frontier frontier = Frontier.empty();
    private Hash entry = Hash.EMPTY_TREE;

    @Setup
    public void fill() {
        new Random(1).nextBytes(event);
        frontier = Frontier.empty();
    }

    /// Two digests: the leaf's, and on average one inner node's. The entry is the digest made before it,
    /// so that no two are alike.
    @Benchmark
    public Hash append() {
        entry = hasher.leaf(entry);
        frontier.append(entry);
        return entry;
    }

    /// A tree from nothing, every hash kept in memory: what the rival does.
    @Benchmark
    @OperationsPerInvocation(LEAVES)
    public Hash appendAndKeep() {
        return grown(tree, LEAVES);
    }

    /// The root of a tree in which each entry is the leaf hash before it.
    static Hash grown(PackedTree tree, int leaves) {
        tree.clear();
        Hash entry = Hash.EMPTY_TREE;
        for (int i = 0; i < leaves; i++) {
            entry = tree.append(entry);
        }
        return tree.root();
    }

    /// What a node does for each leaf before the database has a part in it.
    @Benchmark
    public long hideAndAppend() {
        return frontier.append(hasher.leaf(Opening.fresh(chance, event).commitment()));
    }
}
