package comity.evidence.pack;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/// A folder that is being filled beside the place where it will stand. It gets its name in one step, when all of
/// it is on the disk; until then, and after a crash, nobody can take it for the whole.
public final class Unfinished implements AutoCloseable {
    /// Between the name that it will have and a random end.
    private static final String MARK = ".unfinished-";

    private static final int FORCED_AT_ONCE = 16;

    private final Path target;
    private final Path folder;
    private boolean finished;

    private Unfinished(Path target, Path folder) {
        this.target = target;
        this.folder = folder;
    }

    /// Begins a folder that only its owner may look into.
    ///
    /// @throws EvidenceRefused with [EvidenceFault#TARGET_EXISTS] when the place is taken, or with
    ///     [EvidenceFault#NOT_WRITTEN]
    public static Unfinished begin(Path wanted) {
        Path target = wanted.toAbsolutePath().normalize();
        try {
            if (Files.exists(target) && !isEmptyFolder(target)) {
                throw new EvidenceRefused(EvidenceFault.TARGET_EXISTS, wanted.toString());
            }
            Path folder = target.resolveSibling(
                    target.getFileName() + MARK + UUID.randomUUID().toString().substring(0, 8));
            Files.createDirectories(folder.getParent());
            Files.createDirectory(folder);
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                EnumSet<PosixFilePermission> owner = EnumSet.copyOf(PosixFilePermissions.fromString("rwx------"));
                Files.setPosixFilePermissions(folder, owner);
            }
            return new Unfinished(target, folder);
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.NOT_WRITTEN, wanted.toString(), e);
        }
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (var entries = Files.newDirectoryStream(path)) {
            return !entries.iterator().hasNext();
        }
    }

    /// Where to write meanwhile.
    public Path folder() {
        return folder;
    }

    /// Writes a small file.
    public void write(String name, byte[] content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, content, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.NOT_WRITTEN, name, e);
        }
    }

    /// Forces everything to the disk and gives the folder its name.
    public void finish() {
        try {
            forceAll();
            Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
            force(target.resolveSibling("."));
            finished = true;
        } catch (DirectoryNotEmptyException e) {
            throw new EvidenceRefused(EvidenceFault.TARGET_EXISTS, target.toString(), e);
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.NOT_WRITTEN, target.toString(), e);
        }
    }

    /// Many files are forced side by side, because then the disk writes many of them at once.
    private void forceAll() throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.toList();
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.min(FORCED_AT_ONCE, all.size()))) {
            List<Future<?>> forced = new ArrayList<>();
            for (Path each : all.reversed()) {
                forced.add(threads.submit(() -> {
                    force(each);
                    return each;
                }));
            }
            for (Future<?> each : forced) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException disk ? disk : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path)) {
            channel.force(true);
        }
    }

    /// Takes away what was not finished.
    @Override
    public void close() {
        if (finished) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes as) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, java.io.IOException fault)
                        throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
