package comity.ledger.journal;

import comity.kernel.Utf8;
import comity.kernel.transaction.Transaction;
import comity.kernel.transaction.Transactions;
import comity.ledger.Hash;
import comity.ledger.Opening;
import comity.ledger.note.Checkpoint;
import comity.ledger.tiles.PublishedLog;
import comity.ledger.tree.Frontier;
import comity.ledger.tree.NodePlace;
import comity.ledger.tree.TreeHasher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compares a node's own rows with what it has signed and published: every leaf, every opening, every
/// kept subtree, the head, and the folder's checkpoint.
public final class JournalAudit {
    private static final int AT_ONCE = 1000;
    private static final int MOST_FLAWS = 100;

    private final Journal journal;
    private final Transactions transactions;

    public JournalAudit(Journal journal, Transactions transactions) {
        this.journal = journal;
        this.transactions = transactions;
    }

    /// One thing that is wrong.
    ///
    /// @param index of the leaf, or of the first leaf below a subtree
    /// @param code `leaf-missing`, `opening-other` (salt and event do not give the commitment),
    ///     `opening-gone` (without a record of why), `record-wrong` (the leaf that should record a
    ///     destruction does not), `subtree-other`, `root-other` (the rows do not give the signed root),
    ///     `published-other` (the folder shows another history)
    public record Flaw(long index, String code) {}

    /// What was looked at.
    ///
    /// @param leaves how many leaves there are
    /// @param closed how many of them cannot be opened, each with its reason on record
    /// @param flaws what is wrong, at most a hundred
    public record Report(long leaves, long closed, List<Flaw> flaws) {
        public Report {
            flaws = List.copyOf(flaws);
        }

        public boolean isGood() {
            return flaws.isEmpty();
        }
    }

    /// Reads all rows once.
    ///
    /// @param published what the public sees
    /// @throws comity.kernel.transaction.DatabaseUnavailable when the database cannot be asked
    public Report report(PublishedLog published) {
        return transactions.read(tx -> new Reading(tx).report(published));
    }

    private final class Reading {
        private final Transaction tx;
        private final LeafTable leaves;
        private final TreeHasher hasher = new TreeHasher();
        private final Frontier frontier = Frontier.empty();
        private final Map<NodePlace, Hash> subtrees = new LinkedHashMap<>();
        private final List<Flaw> flaws = new ArrayList<>();
        private long closed;
        private Optional<Hash> rootWhenPublished = Optional.empty();

        Reading(Transaction tx) {
            this.tx = tx;
            this.leaves = new LeafTable(tx.connection());
        }

        Report report(PublishedLog published) {
            Checkpoint head = journal.latest(tx).checkpoint();
            Optional<Checkpoint> shown = published.checkpoint().map(journal::shown);
            long shownSize = shown.map(Checkpoint::size).orElse(-1L);
            noteRoot(shownSize);
            while (frontier.size() < head.size()) {
                long from = frontier.size();
                List<LeafTable.Kept> rows = leaves.kept(from, Math.min(head.size(), from + AT_ONCE));
                for (LeafTable.Kept row : rows) {
                    if (row.leaf().index() != frontier.size()) {
                        flaw(frontier.size(), "leaf-missing");
                        // Without it nothing to the right can be derived.
                        return new Report(head.size(), closed, flaws);
                    }
                    examine(row);
                    frontier.append(hasher.leaf(row.leaf().place().entry()), this::completed);
                    noteRoot(shownSize);
                }
                if (rows.isEmpty()) {
                    flaw(frontier.size(), "leaf-missing");
                    return new Report(head.size(), closed, flaws);
                }
                compareSubtrees();
            }
            if (!frontier.root().equals(head.root())) {
                flaw(head.size(), "root-other");
            }
            shown.filter(checkpoint -> !rootWhenPublished.equals(Optional.of(checkpoint.root())))
                    .ifPresent(checkpoint -> flaw(checkpoint.size(), "published-other"));
            return new Report(head.size(), closed, flaws);
        }

        private void noteRoot(long shownSize) {
            if (frontier.size() == shownSize) {
                rootWhenPublished = Optional.of(frontier.root());
            }
        }

        private void examine(LeafTable.Kept row) {
            LeafRecord leaf = row.leaf();
            if (leaf.opening().isPresent()) {
                Opening opening = leaf.opening().get();
                if (!opening.commitment().hex().equals(leaf.commitment())) {
                    flaw(leaf.index(), "opening-other");
                }
                return;
            }
            closed++;
            if (row.destroyedIn().isPresent()) {
                boolean recorded = leaves.find(row.destroyedIn().get())
                        .filter(record -> record.label().equals(Journal.DESTROYED))
                        .flatMap(LeafRecord::opening)
                        .filter(opening -> Utf8.text(opening.event()).contains("\"leaf\":" + leaf.index() + ","))
                        .isPresent();
                if (!recorded) {
                    flaw(leaf.index(), "record-wrong");
                }
            } else if (!leaf.label().equals(Journal.TAKEN_BACK)) {
                flaw(leaf.index(), "opening-gone");
            }
        }

        private void completed(int level, long index, Hash hash) {
            if (level > 0 && level % SubtreeTable.STEP == 0) {
                subtrees.put(new NodePlace(level, index), hash);
            }
        }

        private void compareSubtrees() {
            Map<NodePlace, Hash> kept = new SubtreeTable(tx.connection()).find(List.copyOf(subtrees.keySet()));
            subtrees.forEach((place, hash) -> {
                if (!Optional.of(hash).equals(Optional.ofNullable(kept.get(place)))) {
                    flaw(place.index() << place.level(), "subtree-other");
                }
            });
            subtrees.clear();
        }

        private void flaw(long index, String code) {
            if (flaws.size() < MOST_FLAWS) {
                flaws.add(new Flaw(index, code));
            }
        }
    }
}
