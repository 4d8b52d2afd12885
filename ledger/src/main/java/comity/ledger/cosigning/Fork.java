package comity.ledger.cosigning;

import comity.kernel.Utf8;
import comity.ledger.Hash;
import comity.ledger.note.NoteRefused;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.note.SignedNote;
import comity.ledger.note.VerifierKey;
import comity.ledger.tree.ConsistencyProof;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The proof that a log has two histories: two checkpoints that it signed itself and that cannot both
/// be true.
///
/// The tree of the newer one had, when it was of the older one's size, another root than the older one
/// says. For two checkpoints of one size that is seen at once; otherwise a consistency proof shows it.
/// Nobody needs to be believed: whoever has the log's key can check it, and only the log can have made
/// it.
///
/// @param older the smaller tree, or the one seen first
/// @param newer a tree at least as large
/// @param rootThere the root that the newer tree had at the older one's size
/// @param path the proof from there to the newer tree; empty when both have one size
public record Fork(SignedCheckpoint older, SignedCheckpoint newer, Hash rootThere, List<Hash> path) {
    private static final String FIRST_LINE = "comity ledger fork v1";

    /// @throws IllegalArgumentException when the two can both be true, are of two logs, or the path
    ///     shows nothing
    public Fork {
        older = older.alone();
        newer = newer.alone();
        path = List.copyOf(path);
        boolean oneLog = older.checkpoint().origin().equals(newer.checkpoint().origin());
        boolean grows = older.checkpoint().size() <= newer.checkpoint().size();
        if (!oneLog
                || !grows
                || rootThere.equals(older.checkpoint().root())
                || !new ConsistencyProof(
                                older.checkpoint().size(), newer.checkpoint().size(), path)
                        .proves(rootThere, newer.checkpoint().root())) {
            throw new IllegalArgumentException("These two checkpoints are no fork, or nothing shows it");
        }
    }

    /// What an attempt to prove that one checkpoint continues another has shown instead, if anything.
    ///
    /// @param path the proof that was given
    public static Optional<Fork> shownBy(SignedCheckpoint older, SignedCheckpoint newer, List<Hash> path) {
        long from = older.checkpoint().size();
        long to = newer.checkpoint().size();
        if (from == to) {
            return older.checkpoint().root().equals(newer.checkpoint().root())
                    ? Optional.empty()
                    : Optional.of(new Fork(older, newer, newer.checkpoint().root(), List.of()));
        }
        return new ConsistencyProof(from, to, path)
                .rootBefore(newer.checkpoint().root())
                .filter(root -> !root.equals(older.checkpoint().root()))
                .map(root -> new Fork(older, newer, root, path));
    }

    /// The log that has two histories.
    public String origin() {
        return older.checkpoint().origin();
    }

    /// The evidence as a file that anybody can check.
    public String text() {
        StringBuilder text = new StringBuilder(FIRST_LINE).append('\n');
        text.append("root ").append(rootThere.base64()).append('\n');
        path.forEach(hash -> text.append(hash.base64()).append('\n'));
        return text.append('\n')
                .append(older.text())
                .append('\n')
                .append(newer.text())
                .toString();
    }

    /// Reads and checks such a file. Empty when it is not the evidence of a fork, whatever else it is.
    ///
    /// @param keys the log's keys, by its origin
    public static Optional<Fork> parse(byte[] file, Function<String, List<VerifierKey>> keys) {
        if (file.length > 2 * CosigningAsk.LARGEST) {
            return Optional.empty();
        }
        String text = Utf8.text(file);
        String[] blocks = text.split("\n\n", 6);
        if (blocks.length != 5 || !text.endsWith("\n")) {
            return Optional.empty();
        }
        String[] head = blocks[0].split("\n", -1);
        if (head.length < 2 || !head[0].equals(FIRST_LINE) || !head[1].startsWith("root ")) {
            return Optional.empty();
        }
        try {
            List<Hash> known = Stream.concat(
                            Stream.of(head[1].substring("root ".length())),
                            Stream.of(head).skip(2))
                    .map(Hash::ofBase64)
                    .toList();
            Fork fork = new Fork(
                    opened(blocks[1] + "\n\n" + blocks[2] + "\n", keys),
                    opened(blocks[3] + "\n\n" + blocks[4], keys),
                    known.getFirst(),
                    known.subList(1, known.size()));
            return Optional.of(fork).filter(read -> read.text().equals(text));
        } catch (NoteRefused | IllegalArgumentException e) {
            // Not signed by the log, or not a fork.
            return Optional.empty();
        }
    }

    private static SignedCheckpoint opened(String note, Function<String, List<VerifierKey>> keys) {
        SignedNote parsed = SignedNote.parse(note);
        String origin = parsed.text().substring(0, parsed.text().indexOf('\n'));
        return SignedCheckpoint.openByAny(parsed, keys.apply(origin));
    }
}
