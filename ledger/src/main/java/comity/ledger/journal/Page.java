package comity.ledger.journal;

import comity.kernel.transaction.Transaction;
import comity.ledger.Hash;
import comity.ledger.LeafPlace;
import comity.ledger.Opening;
import comity.ledger.note.Checkpoint;
import comity.ledger.note.LogKey;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.tree.Frontier;
import comity.ledger.tree.NodePlace;
import comity.ledger.tree.TreeHasher;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/// The leaves of one database transaction, while it is open. The head is locked, so no one else can
/// append until it ends; indexes are given in memory, and everything is written in three statements
/// just before the commit.
final class Page {
    private final Transaction tx;
    private final LogKey key;
    private final Frontier frontier;
    private final Consumer<SignedCheckpoint> committed;
    private final TreeHasher hasher = new TreeHasher();
    private final List<LeafRecord> leaves = new ArrayList<>();
    private final Map<NodePlace, Hash> subtrees = new LinkedHashMap<>();
    private final EdgeHashes edge;

    /// @param frontier where the log ends, under lock
    /// @param committed hears of the new checkpoint after the commit
    Page(Transaction tx, LogKey key, Frontier frontier, Consumer<SignedCheckpoint> committed) {
        this.tx = tx;
        this.key = key;
        this.frontier = frontier;
        this.committed = committed;
        this.edge = EdgeHashes.from(frontier);
    }

    /// The root over all leaves so far.
    Hash root() {
        return frontier.root();
    }

    /// How many leaves there will be.
    long size() {
        return frontier.size();
    }

    LeafPlace append(String label, UUID subject, Opening opening, Instant at) {
        return append(label, subject, opening.commitment(), Optional.of(opening), at);
    }

    /// A leaf that stood here before and whose opening is lost.
    LeafPlace appendClosed(String label, UUID subject, Hash commitment, Instant at) {
        return append(label, subject, commitment, Optional.empty(), at);
    }

    private LeafPlace append(String label, UUID subject, Hash commitment, Optional<Opening> opening, Instant at) {
        if (leaves.isEmpty()) {
            tx.beforeCommit(this::write);
            OwnCheckpoint.in(tx).isOverdue();
        }
        long index = frontier.append(hasher.leaf(commitment), this::completed);
        LeafRecord leaf = new LeafRecord(index, label, subject, commitment.hex(), opening, at);
        leaves.add(leaf);
        return leaf.place();
    }

    private void completed(int level, long index, Hash hash) {
        edge.add(level, index, hash);
        if (level > 0 && level % SubtreeTable.STEP == 0) {
            subtrees.put(new NodePlace(level, index), hash);
        }
    }

    /// Ready for more afterwards: another step before the commit may append again.
    private void write() throws SQLException {
        SignedCheckpoint signed = key.sign(new Checkpoint(key.origin(), frontier.size(), frontier.root()));
        new LeafTable(tx.connection()).insert(leaves);
        new SubtreeTable(tx.connection()).insert(subtrees);
        new HeadTable(tx.connection()).advance(frontier, signed);
        OwnCheckpoint.in(tx).is(signed, edge);
        tx.afterCommit(() -> committed.accept(signed));
        leaves.clear();
        subtrees.clear();
    }
}
