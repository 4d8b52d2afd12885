package comity.benchmarks.ledger;

import comity.kernel.Utf8;
import comity.ledger.Hash;
import comity.ledger.note.Checkpoint;
import comity.ledger.note.LogKey;
import comity.ledger.note.SignedCheckpoint;
import comity.ledger.tiles.Disk;
import comity.ledger.tiles.TileAudit;
import comity.ledger.tiles.TileFolder;
import comity.ledger.tiles.TilePublisher;
import comity.ledger.tree.MemoryTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A published log of many leaves, audited from its files.
final class WholeLog {
    private final LogKey key = LogKey.generate("bench.example/ledger");
    private final Path folder;
    private final SignedCheckpoint checkpoint;

    private WholeLog(Path folder, int size) {
        this.folder = folder;
        MemoryTree tree = new MemoryTree();
        List<byte[]> entries = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            byte[] entry = Hash.ofContent(Utf8.bytes(Integer.toString(i))).bytes();
            entries.add(entry);
            tree.append(entry);
        }
        this.checkpoint = key.sign(new Checkpoint(key.origin(), size, tree.root()));
        new TilePublisher((from, to) -> entries.subList((int) from, (int) to), tree)
                .publish(new TileFolder(folder, new Unforced()), 0, checkpoint);
    }

    static WholeLog published(Path folder, int size) {
        return new WholeLog(folder, size);
    }

    /// The key that others verify it with.
    String verifierKey() {
        return key.verifier().text();
    }

    /// The seconds that an audit takes, from files that the operating system holds in memory.
    double auditSeconds() {
        long start = System.nanoTime();
        TileAudit.Verdict verdict = TileAudit.of(new TileFolder(folder), key.verifier());
        double seconds = (System.nanoTime() - start) / 1e9;
        if (!verdict.equals(new TileAudit.Sound(checkpoint))) {
            throw new IllegalStateException("The log is not sound: " + verdict);
        }
        return seconds;
    }

    /// Bytes of all published files, for each leaf.
    double bytesPerLeaf() throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return (double) bytes / checkpoint.checkpoint().size();
    }

    /// Forces nothing to the disk: writing the log is not what is measured.
    private static final class Unforced implements Disk {
        private final Disk real = Disk.ofThisMachine();

        @Override
        public void write(Path file, byte[] content) throws IOException {
            Files.write(file, content);
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            real.rename(from, to);
        }

        @Override
        public void settle(Path touched) {}

        @Override
        public void remove(Path file) throws IOException {
            real.remove(file);
        }
    }
}
