package comity.ledger.tiles;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How the path of a tile is written: a shelf, the index in groups of three digits, and the width of a partial
/// file.
final class TilePath {
    /// Six groups are 10^18 tiles, more than a log can count.
    private static final Pattern FORM = Pattern.compile(
            "tile/(?<shelf>entries|[0-9]{1,2})/(?<index>(x[0-9]{3}/){0,5}[0-9]{3})(\\.p/(?<width>[0-9]{1,3}))?");

    private static final String ENTRIES = "entries";

    private TilePath() {}

    static String of(TileFile file) {
        String shelf = switch (file) {
            case TileFile.Entries entries -> ENTRIES;
            case TileFile.Hashes hashes -> Integer.toString(hashes.level());
        };
        StringBuilder groups = new StringBuilder("%03d".formatted(file.index() % 1000));
        for (long rest = file.index() / 1000; rest > 0; rest /= 1000) {
            groups.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return "tile/" + shelf + "/" + groups + (file.isFull() ? "" : ".p/" + file.width());
    }

    /// Reads a path that is written exactly as [#of] writes it.
    static Optional<TileFile> parse(String path) {
        Matcher form = FORM.matcher(path);
        if (!form.matches()) {
            return Optional.empty();
        }
        String shelf = form.group("shelf");
        long index = Long.parseLong(form.group("index").replaceAll("[x/]", ""));
        int width = form.group("width") == null ? TileFile.FULL : Integer.parseInt(form.group("width"));
        try {
            TileFile file = shelf.equals(ENTRIES)
                    ? new TileFile.Entries(index, width)
                    : new TileFile.Hashes(Integer.parseInt(shelf), index, width);
            return Optional.of(file).filter(read -> of(read).equals(path));
        } catch (IllegalArgumentException e) {
            // No such level or width.
            return Optional.empty();
        }
    }
}
