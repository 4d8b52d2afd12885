package comity.vault.shelf;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where the bytes of exhibits lie on this node's disk: one folder for each, which its owner alone may look into.
///
/// In it are `intake`, the files that are not sealed yet; `package`, what is sealed; `opened`, a bundle made for a
/// person
/// who opened it, for a short while.
public final class Shelf {
    private final Path root;

    public Shelf(Path root) {
        this.root = root;
    }

    /// The files that are not sealed yet.
    public Path intake(UUID exhibit) {
        return begun(exhibit).resolve("intake");
    }

    /// The sealed package.
    public Path sealed(UUID exhibit) {
        return begun(exhibit).resolve("package");
    }

    /// What was opened for a person.
    public Path opened(UUID exhibit) {
        return begun(exhibit).resolve("opened");
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
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path inner, @Nullable IOException fault) throws IOException {
                    Files.delete(inner);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new EvidenceRefused(
                    EvidenceFault.NOT_WRITTEN, folder.getFileName().toString(), e);
        }
    }
}
