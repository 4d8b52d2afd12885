package comity.ledger.tiles;

import comity.kernel.Utf8;
import comity.ledger.note.SignedCheckpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// A published log in a folder, ready to be served as it stands.
///
/// A file appears whole or not at all: it is written under another name, made durable, and renamed. A
/// file that is there already is compared and never replaced; only `checkpoint` is.
public final class TileFolder implements TileStore {
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

    @Override
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

    @Override
    public void put(TileFile file, byte[] content) {
        Optional<byte[]> present = readPath(file.path());
        if (present.isEmpty()) {
            place(file.path(), content);
        } else if (!Arrays.equals(present.get(), content)) {
            throw new TileConflict(file.path());
        }
    }

    @Override
    public void putCheckpoint(SignedCheckpoint checkpoint) {
        settle();
        place(CHECKPOINT, Utf8.bytes(checkpoint.text()));
        settle();
    }

    @Override
    public void removePartsOf(TileFile full) {
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
