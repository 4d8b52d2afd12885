package comity.evidence.contents;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// The files that are to become an exhibit, as they are before they are read.
///
/// @param items in the order in which they will be sealed
public record Contents(List<Item> items) {
    /// One file.
    ///
    /// @param name its path inside the exhibit
    /// @param key what the file system knows it by, to tell when another was put in its place
    public record Item(String name, Path path, long bytes, Instant modified, String key) {
        static Item of(String name, Path path, BasicFileAttributes as) {
            return new Item(name, path, as.size(), as.lastModifiedTime().toInstant(), String.valueOf(as.fileKey()));
        }

        /// The file as it is now.
        Item again() {
            try {
                return of(name, path, Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS));
            } catch (IOException e) {
                throw new EvidenceRefused(EvidenceFault.FILE_CHANGED, name, e);
            }
        }
    }

    public Contents {
        items = List.copyOf(items);
    }

    /// Looks at files and folders; a folder stands for all the files in it, by name.
    ///
    /// @throws EvidenceRefused when there is none, one cannot be read, is a link, or has a name that cannot be kept
    public static Contents of(List<Path> paths) {
        List<Item> items = new ArrayList<>();
        for (Path path : paths) {
            Path absolute = path.toAbsolutePath().normalize();
            List<Item> below = new ArrayList<>();
            collect(absolute, below);
            below.sort(Comparator.comparing(Item::name));
            items.addAll(below);
        }
        if (items.isEmpty()) {
            throw new EvidenceRefused(EvidenceFault.NOTHING_TO_SEAL, "");
        }
        Set<String> seen = new HashSet<>();
        for (Item item : items) {
            Names.requireSafe(item.name());
            if (!seen.add(Names.folded(item.name()))) {
                throw new EvidenceRefused(EvidenceFault.NAME_TWICE, item.name());
            }
        }
        return new Contents(items);
    }

    private static void collect(Path top, List<Item> items) {
        Path parent = top.getParent() == null ? top : top.getParent();
        try {
            Files.walkFileTree(top, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes as) {
                    String name = name(parent, file);
                    if (!as.isRegularFile()) {
                        throw new EvidenceRefused(EvidenceFault.NOT_A_FILE, name);
                    }
                    items.add(Item.of(name, file, as));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException fault) {
                    throw new EvidenceRefused(EvidenceFault.FILE_UNREADABLE, name(parent, file), fault);
                }
            });
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.FILE_UNREADABLE, top.toString(), e);
        }
    }

    private static String name(Path parent, Path file) {
        return StreamSupport.stream(parent.relativize(file).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    /// Bytes of all files together.
    public long bytes() {
        return items.stream().mapToLong(Item::bytes).sum();
    }
}
