package comity.ledger.tiles;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One immutable file of a published log: 256 hashes or entries that stand beside each other, or the first few of
/// them.
///
/// `tile/0/x001/067` is the tile of index 1067 at level 0, `tile/entries/000.p/5` the first five entries. A level
/// holds the hash of each full tile one level below, so a tile stands for eight levels of the tree.
public sealed interface TileFile {
    /// How many hashes or entries fill a file.
    int FULL = 256;

    /// Counted from the left, from zero.
    long index();

    /// How many hashes or entries it holds, 1 to 256. Fewer than 256 only at the right edge of the tree.
    int width();

    /// Where it stands below the log's address.
    String path();

    /// The same place, filled.
    TileFile full();

    default boolean isFull() {
        return width() == FULL;
    }

    /// Hashes of complete subtrees.
    ///
    /// @param level the height of the tile; its hashes stand at height 8 · level of the tree
    record Hashes(int level, long index, int width) implements TileFile {
        public Hashes {
            if (level < 0 || level > 63) {
                throw new IllegalArgumentException("No tile stands at level " + level);
            }
            requirePlace(index, width);
        }

        @Override
        public String path() {
            return pathOn(Integer.toString(level), index, width);
        }

        @Override
        public Hashes full() {
            return new Hashes(level, index, FULL);
        }
    }

    /// The entries that the leaves stand for.
    record Entries(long index, int width) implements TileFile {
        public Entries {
            requirePlace(index, width);
        }

        @Override
        public String path() {
            return pathOn("entries", index, width);
        }

        @Override
        public Entries full() {
            return new Entries(index, FULL);
        }
    }

    /// Reads a path as a stranger asks for it. Empty unless it is written exactly as [#path] writes it, so a path
    /// that is read cannot lead out of the folder.
    static Optional<TileFile> parse(String path) {
        Matcher form = Form.PATTERN.matcher(path);
        if (!form.matches()) {
            return Optional.empty();
        }
        long index = Long.parseLong(form.group("index").replaceAll("[x/]", ""));
        int width = form.group("width") == null ? FULL : Integer.parseInt(form.group("width"));
        boolean possible = width > 0 && (width < FULL || form.group("width") == null);
        String shelf = form.group("shelf");
        if (!possible || !shelf.equals("entries") && Integer.parseInt(shelf) > 63) {
            return Optional.empty();
        }
        TileFile file =
                shelf.equals("entries") ? new Entries(index, width) : new Hashes(Integer.parseInt(shelf), index, width);
        return file.path().equals(path) ? Optional.of(file) : Optional.empty();
    }

    private static void requirePlace(long index, int width) {
        if (index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("No tile has index " + index + " and width " + width);
        }
    }

    private static String pathOn(String shelf, long index, int width) {
        StringBuilder elements = new StringBuilder("%03d".formatted(index % 1000));
        for (long rest = index / 1000; rest > 0; rest /= 1000) {
            elements.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return "tile/" + shelf + "/" + elements + (width == FULL ? "" : ".p/" + width);
    }

    /// How a path is written. Six elements are 10^18 tiles, more than a log can count.
    final class Form {
        private static final Pattern PATTERN = Pattern.compile(
                "tile/(?<shelf>entries|[0-9]{1,2})/(?<index>(x[0-9]{3}/){0,5}[0-9]{3})(\\.p/(?<width>[0-9]{1,3}))?");

        private Form() {}
    }
}
