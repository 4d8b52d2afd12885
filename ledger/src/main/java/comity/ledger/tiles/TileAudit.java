package comity.ledger.tiles;

import comity.ledger.Hash;
import comity.ledger.note.NoteRefused;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.note.VerifierKey;
import comity.ledger.tree.Frontier;
import comity.ledger.tree.TreeHasher;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Derives a published log again from its entries, and compares every tile and the root with what is
/// published.
///
/// Reads each file once, from left to right, and holds one tile of each level: an audit of a long log
/// needs time but hardly any memory.
public final class TileAudit {
    private final PublishedLog log;
    private final VerifierKey key;
    private final TreeHasher hasher = new TreeHasher();
    private final Frontier frontier = Frontier.empty();
    private final List<OpenTile> open = new ArrayList<>();
    private final List<Flaw> flaws = new ArrayList<>();

    private TileAudit(PublishedLog log, VerifierKey key) {
        this.log = log;
        this.key = key;
    }

    /// What an audit found.
    public sealed interface Verdict {}

    /// Nothing has been published yet.
    public record Empty() implements Verdict {}

    /// Every file is what the checkpoint says.
    public record Sound(SignedCheckpoint checkpoint) implements Verdict {}

    /// Something is missing, torn or false.
    public record Unsound(List<Flaw> flaws) implements Verdict {
        public Unsound {
            flaws = List.copyOf(flaws);
        }
    }

    /// One thing that is wrong.
    ///
    /// @param path the file
    /// @param code `missing`, `torn`, `other-hashes`, `other-root`, or the code of a
    ///     [comity.ledger.note.NoteFault]
    public record Flaw(String path, String code) {}

    /// Audits a log against the key of its log.
    public static Verdict of(PublishedLog log, VerifierKey key) {
        return new TileAudit(log, key).verdict();
    }

    private Verdict verdict() {
        Optional<byte[]> note = log.checkpoint();
        if (note.isEmpty()) {
            return new Empty();
        }
        try {
            SignedCheckpoint signed = SignedCheckpoint.open(note.get(), key);
            walk(signed.checkpoint().size());
            if (flaws.isEmpty() && !frontier.root().equals(signed.checkpoint().root())) {
                flaws.add(new Flaw(TileStore.CHECKPOINT, "other-root"));
            }
            return flaws.isEmpty() ? new Sound(signed) : new Unsound(flaws);
        } catch (NoteRefused e) {
            return new Unsound(List.of(new Flaw(TileStore.CHECKPOINT, e.fault().code())));
        }
    }

    private void walk(long size) {
        while (frontier.size() < size) {
            long index = frontier.size() / TileFile.FULL;
            TileFile.Entries file = new TileFile.Entries(index, (int) Math.min(TileFile.FULL, size - frontier.size()));
            Optional<List<byte[]>> entries = entries(file);
            if (entries.isEmpty()) {
                // Without these entries nothing to the right of them can be derived.
                return;
            }
            entries.get().forEach(entry -> frontier.append(hasher.leaf(entry), this::completed));
        }
        open.forEach(OpenTile::close);
    }

    private Optional<List<byte[]>> entries(TileFile.Entries file) {
        Optional<byte[]> exact = log.read(file);
        TileFile.Entries there = exact.isPresent() ? file : file.full();
        Optional<byte[]> bundle = exact.or(() -> log.read(there));
        if (bundle.isEmpty()) {
            flaws.add(new Flaw(file.path(), "missing"));
            return Optional.empty();
        }
        try {
            return Optional.of(EntryBundle.decode(bundle.get(), there.width()).subList(0, file.width()));
        } catch (IllegalArgumentException e) {
            flaws.add(new Flaw(there.path(), "torn"));
            return Optional.empty();
        }
    }

    private void completed(int treeLevel, long index, Hash hash) {
        if (treeLevel % TileHashes.STEP != 0) {
            return;
        }
        int level = treeLevel / TileHashes.STEP;
        if (level == open.size()) {
            open.add(new OpenTile(level));
        }
        open.get(level).add(hash);
    }

    private void compare(TileFile.Hashes file, byte[] derived) {
        Optional<byte[]> published = log.read(file).or(() -> log.read(file.full()));
        if (published.isEmpty()) {
            flaws.add(new Flaw(file.path(), "missing"));
        } else if (published.get().length < derived.length) {
            flaws.add(new Flaw(file.path(), "torn"));
        } else if (!Arrays.equals(derived, Arrays.copyOf(published.get(), derived.length))) {
            flaws.add(new Flaw(file.path(), "other-hashes"));
        }
    }

    /// The tile of a level that is being derived, up to the moment when it is full or the log ends.
    private final class OpenTile {
        private final int level;
        private final ByteArrayOutputStream hashes = new ByteArrayOutputStream();
        private long index;

        OpenTile(int level) {
            this.level = level;
        }

        void add(Hash hash) {
            hashes.writeBytes(hash.bytes());
            if (width() == TileFile.FULL) {
                close();
            }
        }

        void close() {
            if (width() > 0) {
                compare(new TileFile.Hashes(level, index, width()), hashes.toByteArray());
                hashes.reset();
                index++;
            }
        }

        private int width() {
            return hashes.size() / Hash.LENGTH;
        }
    }
}
