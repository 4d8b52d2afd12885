package comity.vault.shelf;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import comity.evidence.PackageFiles;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where the bytes of exhibits lie on this node's disk: one folder for each, which its owner alone may look
/// into.
///
/// In it are `intake`, the files that are not sealed yet; `package`, what is sealed; `opened`, a bundle made
/// for a person who opened it, for a short while.
public final class Shelf {
    private static final String PACKAGE = "package";
    private static final String OPENED = "opened";
    private static final List<String> PARTS = List.of(
            PackageFiles.PAYLOAD,
            PackageFiles.SEALED_MANIFEST,
            PackageFiles.SEGMENTS,
            PackageFiles.SIGNATURE,
            // The last: where it is, all is.
            PackageFiles.SEAL);

    private final Path root;
    private final Optional<Depot> depot;

    /// @param depot where sealed packages lie in the end; without one they stay here
    public Shelf(Path root, Optional<Depot> depot) {
        this.root = root;
        this.depot = depot;
    }

    /// A shelf on this disk alone.
    public Shelf(Path root) {
        this(root, Optional.empty());
    }

    /// Puts a sealed package where it stays. On this disk it stays already.
    public void keep(UUID exhibit) {
        depot.ifPresent(place -> place.put(exhibit, sealed(exhibit), PARTS));
    }

    /// Takes a package that is kept elsewhere off this disk.
    public void release(UUID exhibit) {
        if (depot.isPresent()) {
            delete(sealed(exhibit));
        }
    }

    /// Sees that a sealed package is on this disk, as far as it is anywhere.
    public void need(UUID exhibit) {
        Path folder = sealed(exhibit);
        depot.ifPresent(place -> {
            make(folder);
            PARTS.stream()
                    .filter(name -> !Files.exists(folder.resolve(name)))
                    .forEach(name -> place.bring(exhibit, name, folder.resolve(name)));
        });
    }

    /// A file of a sealed package, wherever it lies; empty when it is nowhere.
    public Optional<StoredPart> part(UUID exhibit, String name) {
        Path file = root.resolve(exhibit.toString()).resolve(PACKAGE).resolve(name);
        if (Files.isRegularFile(file)) {
            return Optional.of(new StoredPart.OnDisk(file));
        }
        return depot.flatMap(place -> {
            OptionalLong size = place.size(exhibit, name);
            return size.isPresent()
                    ? Optional.of(new StoredPart.Elsewhere(place, exhibit, name, size.getAsLong()))
                    : Optional.empty();
        });
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new EvidenceRefused(
                    EvidenceFault.NOT_WRITTEN, folder.getFileName().toString(), e);
        }
    }

    /// The files that are not sealed yet.
    public Path intake(UUID exhibit) {
        return begun(exhibit).resolve("intake");
    }

    /// The sealed package.
    public Path sealed(UUID exhibit) {
        return begun(exhibit).resolve(PACKAGE);
    }

    /// What was opened for a person.
    public Path opened(UUID exhibit) {
        return begun(exhibit).resolve(OPENED);
    }

    /// What is being opened and nobody may see yet.
    public Path opening(UUID exhibit) {
        return begun(exhibit).resolve("opening");
    }

    /// Lets what was opened be seen, in place of what was opened before.
    public void show(UUID exhibit, Instant now) {
        Path opened = opened(exhibit);
        delete(opened);
        try {
            // Before it is seen: whoever puts away what is old must not find the machine's time on it.
            Files.setLastModifiedTime(opening(exhibit), FileTime.from(now));
            Files.move(opening(exhibit), opened, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.NOT_WRITTEN, OPENED, e);
        }
    }

    /// Puts away what was opened before a moment: nothing lies in clear because somebody forgot it.
    public void putAwayOpenedBefore(Instant moment) {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> exhibits = Files.list(root)) {
            for (Path opened : exhibits.map(exhibit -> exhibit.resolve(OPENED))
                    .filter(Files::isDirectory)
                    .toList()) {
                if (Files.getLastModifiedTime(opened).toInstant().isBefore(moment)) {
                    delete(opened);
                }
            }
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.NOT_WRITTEN, OPENED, e);
        }
    }

    private Path begun(UUID exhibit) {
        Path folder = root.resolve(exhibit.toString());
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(root);
                if (root.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.createDirectories(
                            folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                } else {
                    Files.createDirectories(folder);
                }
            }
            return folder;
        } catch (IOException e) {
            throw new EvidenceRefused(
                    EvidenceFault.NOT_WRITTEN, folder.getFileName().toString(), e);
        }
    }

    /// Takes all bytes of an exhibit off the shelf.
    public void clear(UUID exhibit) {
        delete(root.resolve(exhibit.toString()));
        depot.ifPresent(place -> place.remove(exhibit));
    }

    /// Takes a folder and what is in it off the shelf, when it is there.
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes as) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path inner, @Nullable IOException fault) throws IOException {
                    Files.deleteIfExists(inner);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
                    if (fault instanceof NoSuchFileException) {
                        // Somebody else is putting it away, too.
                        return FileVisitResult.CONTINUE;
                    }
                    throw fault;
                }
            });
        } catch (IOException e) {
            throw new EvidenceRefused(
                    EvidenceFault.NOT_WRITTEN, folder.getFileName().toString(), e);
        }
    }
}
