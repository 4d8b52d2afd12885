package comity.web.exhibit;

import comity.vault.picture.Row;
import java.util.List;

/// A stretch of a long custody, as a page shows it: a thousand events at once would not come over a thin line.
///
/// @param rows the events of it
/// @param total how many there are in all
public record Stretch(List<Row> rows, int total) {
    /// How many events a page shows.
    public static final int LENGTH = 100;

    public Stretch {
        rows = List.copyOf(rows);
    }

    /// @param from the number of the first event; 0 for the newest ones
    static Stretch of(List<Row> all, int from) {
        int newest = Math.max(0, all.size() - LENGTH);
        int begin = from < 1 ? newest : Math.min(from - 1, newest);
        return new Stretch(all.subList(begin, Math.min(all.size(), begin + LENGTH)), all.size());
    }

    public boolean isAll() {
        return rows.size() == total;
    }

    public int first() {
        return rows.getFirst().number();
    }

    public int last() {
        return rows.getLast().number();
    }

    public boolean hasEarlier() {
        return first() > 1;
    }

    public boolean hasLater() {
        return last() < total;
    }

    /// Where the stretch before this one begins.
    public int earlier() {
        return Math.max(1, first() - LENGTH);
    }

    /// Where the one after it begins.
    public int later() {
        return last() + 1;
    }
}
