package comity.web.exhibit;

import java.util.List;

/// A stretch of a long list, as a page shows it: a thousand lines at once would not come over a thin line.
///
/// @param rows the lines of it
/// @param first the number of the first of them, from 1 on
/// @param length how many lines a page shows
/// @param total how many there are in all
public record Stretch<T>(List<T> rows, int first, int length, int total) {
    /// How many events a page shows.
    static final int EVENTS = 25;

    /// How many files a page shows.
    static final int FILES = 50;

    public Stretch {
        rows = List.copyOf(rows);
    }

    /// All of it.
    static <T> Stretch<T> whole(List<T> all) {
        return new Stretch<>(all, 1, all.size(), all.size());
    }

    /// The beginning, or what follows on a line.
    ///
    /// @param from the number of the first line; 0 for the first of all
    static <T> Stretch<T> fromFirst(List<T> all, int from, int length) {
        return of(all, Math.max(1, from), length);
    }

    /// The end, or what follows on a line.
    ///
    /// @param from the number of the first line; 0 for the newest ones
    static <T> Stretch<T> fromNewest(List<T> all, int from, int length) {
        return of(all, from < 1 ? all.size() : from, length);
    }

    private static <T> Stretch<T> of(List<T> all, int from, int length) {
        int begin = Math.min(from - 1, Math.max(0, all.size() - length));
        return new Stretch<>(all.subList(begin, Math.min(all.size(), begin + length)), begin + 1, length, all.size());
    }

    public boolean isAll() {
        return rows.size() == total;
    }

    /// Whether a line is one of them.
    boolean holds(int number) {
        return number >= first && number <= last();
    }

    public int last() {
        return first + rows.size() - 1;
    }

    public boolean hasEarlier() {
        return first > 1;
    }

    public boolean hasLater() {
        return last() < total;
    }

    /// Where the stretch before this one begins.
    public int earlier() {
        return Math.max(1, first - length);
    }

    /// Where the one after it begins.
    public int later() {
        return last() + 1;
    }
}
