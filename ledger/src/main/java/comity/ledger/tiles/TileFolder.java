package comity.ledger.tiles;

import comity.kernel.Utf8;
import comity.ledger.note.NoteSignature;
import comity.ledger.note.SignedCheckpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// A published log in a folder, ready to be served as it stands.
///
/// A file appears whole or not at all: it is written under another name, made durable, and renamed. A
/// file that is there already is compared and never replaced; only `checkpoint` is.
public final class TileFolder implements PublishedLog {
    static final String CHECKPOINT = "checkpoint";
    private static final String UNFINISHED = ".unfinished";
    private static final String LOCK = ".lock";
    /// A file lock holds between processes; within this one its threads must wait for each other here.
    private static final ReentrantLock ONE_WRITER = new ReentrantLock();

    private final Path folder;
    private final Disk disk;
    private final Set<Path> unsettled = new TreeSet<>();

    public TileFolder(Path folder) {
        this(folder, Disk.ofThisMachine());
    }

    public TileFolder(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    @Override
    public Optional<byte[]> read(TileFile file) {
        return readPath(file.path());
    }

    @Override
    public Optional<byte[]> checkpoint() {
        return readPath(CHECKPOINT);
    }

    /// The published entries from one index up to, and not including, another.
    ///
    /// @throws IllegalStateException when one is missing or torn
    public List<byte[]> entries(long from, long to) {
        List<byte[]> entries = new ArrayList<>();
        for (long index = from / TileFile.FULL; index * TileFile.FULL < to; index++) {
            long first = index * TileFile.FULL;
            TileFile.Entries file = new TileFile.Entries(index, (int) Math.min(TileFile.FULL, to - first));
            List<byte[]> bundle = bundle(file);
            entries.addAll(bundle.subList((int) Math.max(0, from - first), file.width()));
        }
        return entries;
    }

    private List<byte[]> bundle(TileFile.Entries file) {
        try {
            Optional<byte[]> exact = read(file);
            return exact.map(bytes -> EntryBundle.decode(bytes, file.width()))
                    .or(() -> read(file.full()).map(bytes -> EntryBundle.decode(bytes, TileFile.FULL)))
                    .orElseThrow(() -> new IllegalStateException("The published log lacks " + file.path()));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("The published log has a torn " + file.path(), e);
        }
    }

    /// Runs while no other thread or process writes to this folder.
    public void alone(Runnable writing) {
        ONE_WRITER.lock();
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                            folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                writing.run();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ONE_WRITER.unlock();
        }
    }

    /// Publishes an immutable file; does nothing when it is there already.
    ///
    /// @throws TileConflict when it is there with other bytes
    void put(TileFile file, byte[] content) {
        Optional<byte[]> present = readPath(file.path());
        if (present.isEmpty()) {
            place(file.path(), content);
        } else if (!Arrays.equals(present.get(), content)) {
            throw new TileConflict(file.path());
        }
    }

    /// Replaces the checkpoint, after every file before it has become durable.
    void putCheckpoint(SignedCheckpoint checkpoint) {
        settle();
        place(CHECKPOINT, Utf8.bytes(checkpoint.text()));
        settle();
    }

    /// Shows the published checkpoint with more lines below: those of cosigners. To be called within
    /// [#alone]. The text stays, and each line that is shown stays or is replaced by a newer one of the
    /// same key.
    ///
    /// @param cosigned the checkpoint that is shown, with lines that were checked
    /// @throws IllegalArgumentException when another checkpoint is shown, or none
    public void addLines(SignedCheckpoint cosigned) {
        SignedCheckpoint shown = checkpoint()
                .map(note -> SignedCheckpoint.open(note, cosigned.logKey()))
                .filter(open -> open.checkpoint().equals(cosigned.checkpoint()))
                .orElseThrow(() -> new IllegalArgumentException("The folder shows another checkpoint"));
        List<NoteSignature> lines = cosigned.note().signatures().stream()
                .filter(line -> !line.isBy(cosigned.logKey()))
                .toList();
        SignedCheckpoint merged = shown.with(lines);
        if (!merged.equals(shown)) {
            putCheckpoint(merged);
        }
    }

    /// Removes the partial files that a full one has made needless.
    void removePartsOf(TileFile full) {
        Path parts = folder.resolve(full.path() + ".p");
        try (Stream<Path> files = Files.list(parts)) {
            for (Path part : files.toList()) {
                disk.remove(part);
            }
            disk.remove(parts);
        } catch (NoSuchFileException e) {
            // A file that was filled at once never had parts.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<byte[]> readPath(String path) {
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(path)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void place(String path, byte[] content) {
        Path target = folder.resolve(path);
        Path unfinished = folder.resolve(UNFINISHED);
        try {
            Files.createDirectories(target.getParent());
            disk.write(unfinished, content);
            disk.rename(unfinished, target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path touched = folder;
        for (String element : path.split("/")) {
            unsettled.add(touched);
            touched = touched.resolve(element);
        }
    }

    private void settle() {
        try {
            for (Path touched : unsettled) {
                disk.settle(touched);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        unsettled.clear();
    }
}
