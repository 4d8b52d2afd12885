package comity.ledger.audit;

import comity.ledger.Hash;
import comity.ledger.cosigning.Fork;
import comity.ledger.note.NoteFault;
import comity.ledger.note.NoteRefused;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.note.SignedNote;
import comity.ledger.note.VerifierKey;
import comity.ledger.tiles.PublishedLog;
import comity.ledger.tiles.TileHashes;
import comity.ledger.tree.ConsistencyProof;
import comity.ledger.tree.Proofs;
import comity.ledger.tree.SparseHashes;
import java.util.List;
import java.util.Optional;

/// Follows a log: each look is compared with the one before, from the log's own files.
public final class LogWatch {
    private final PublishedLog log;
    private final List<VerifierKey> keys;

    /// @param keys the log's, from the directory or a policy
    public LogWatch(PublishedLog log, List<VerifierKey> keys) {
        this.log = log;
        this.keys = List.copyOf(keys);
    }

    /// What a look showed.
    public sealed interface Step {}

    /// Nothing is published.
    public record Nothing() implements Step {}

    /// The first look: there is nothing to compare with.
    public record Begun(SignedCheckpoint shown) implements Step {}

    /// The same tree as before.
    ///
    /// @param shown with the lines that it has now
    public record Same(SignedCheckpoint shown) implements Step {}

    /// It grew, and the old tree is its beginning.
    public record Grew(SignedCheckpoint before, SignedCheckpoint shown) implements Step {}

    /// It shows a smaller tree than before. An old copy, or leaves that were lost.
    public record WentBack(SignedCheckpoint before, SignedCheckpoint shown) implements Step {}

    /// It has two histories.
    public record Forked(Fork fork) implements Step {}

    /// It signed a tree that its files do not lead to: files are missing, torn or false.
    ///
    /// @param why for a person
    public record FilesWrong(SignedCheckpoint before, SignedCheckpoint shown, String why) implements Step {}

    /// What is shown as its checkpoint is none of its own.
    public record NotGenuine(NoteFault fault) implements Step {}

    /// Looks, and compares.
    ///
    /// @param before the last checkpoint that was good; empty for the first look
    /// @throws java.io.UncheckedIOException when the log cannot be asked
    public Step look(Optional<SignedCheckpoint> before) {
        Optional<byte[]> note = log.checkpoint();
        if (note.isEmpty()) {
            return new Nothing();
        }
        try {
            SignedCheckpoint shown = SignedCheckpoint.openByAny(SignedNote.parse(note.get()), keys);
            return before.<Step>map(old -> compare(old, shown)).orElseGet(() -> new Begun(shown));
        } catch (NoteRefused e) {
            return new NotGenuine(e.fault());
        }
    }

    private Step compare(SignedCheckpoint before, SignedCheckpoint shown) {
        long from = before.checkpoint().size();
        long to = shown.checkpoint().size();
        if (from > to) {
            return new WentBack(before, shown);
        }
        if (from == to) {
            return Fork.shownBy(before, shown, List.of()).<Step>map(Forked::new).orElseGet(() -> new Same(shown));
        }
        return from == 0 ? new Grew(before, shown) : grown(before, shown);
    }

    private Step grown(SignedCheckpoint before, SignedCheckpoint shown) {
        long from = before.checkpoint().size();
        long to = shown.checkpoint().size();
        try {
            Proofs proofs = new Proofs(new SparseHashes(TileHashes.STEP, new TileHashes(log, to)));
            Hash root = proofs.root(from);
            ConsistencyProof proof = proofs.consistency(from, to);
            if (!proof.proves(root, shown.checkpoint().root())) {
                return new FilesWrong(before, shown, "the tiles do not lead to the signed root");
            }
            return root.equals(before.checkpoint().root())
                    ? new Grew(before, shown)
                    : new Forked(new Fork(before, shown, root, proof.path()));
        } catch (IllegalStateException e) {
            return new FilesWrong(before, shown, String.valueOf(e.getMessage()));
        }
    }
}
