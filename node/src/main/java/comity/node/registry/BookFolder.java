package comity.node.registry;

import comity.directory.Book;
import comity.node.settings.BadSettings;
import comity.node.settings.SettingFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The folder of books: `treaties.json` is the book `treaties`, `law/XA.json` is `law/XA`. A file that has not been
/// touched since the last look is not read again.
final class BookFolder {
    private static final String ENDING = ".json";
    private static final int DEPTH = 3;

    private final Path folder;
    private Map<Path, Read> last = Map.of();

    BookFolder(Path folder) {
        this.folder = folder;
    }

    private record Read(FileTime changed, long size, Book book) {}

    /// By name.
    ///
    /// @throws BadSettings when a file cannot be a book, or they are too many or too large together
    synchronized List<Book> read() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Map<Path, Read> now = new HashMap<>();
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            files.filter(file -> file.toString().endsWith(ENDING))
                    .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .forEach(file -> now.put(file, read(file)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        last = Map.copyOf(now);
        List<Book> books = now.values().stream()
                .map(Read::book)
                .sorted(Comparator.comparing(Book::name))
                .toList();
        requireTheyFit(books);
        return books;
    }

    private Read read(Path file) {
        try {
            FileTime changed = Files.getLastModifiedTime(file);
            long size = Files.size(file);
            Read known = last.get(file);
            if (known != null && known.changed().equals(changed) && known.size() == size) {
                return known;
            }
            if (size > Book.LARGEST) {
                throw new BadSettings(file, SettingFault.ofFile("book-large", String.valueOf(Book.LARGEST)));
            }
            return new Read(changed, size, Book.of(name(file), Files.readAllBytes(file)));
        } catch (IllegalArgumentException e) {
            throw new BadSettings(file, SettingFault.ofFile("book-none", String.valueOf(e.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where the book of a name lies.
    Path file(String name) {
        return folder.resolve(name + ENDING);
    }

    private String name(Path file) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        return path.substring(0, path.length() - ENDING.length());
    }

    private void requireTheyFit(List<Book> books) {
        if (books.size() > Book.MOST) {
            throw new BadSettings(folder, SettingFault.ofFile("books-many", String.valueOf(Book.MOST)));
        }
        long together = books.stream()
                .map(Book::listing)
                .mapToLong(Book.Listing::length)
                .sum();
        if (together > Book.LARGEST_SHELF) {
            throw new BadSettings(folder, SettingFault.ofFile("books-large", String.valueOf(Book.LARGEST_SHELF)));
        }
    }
}
