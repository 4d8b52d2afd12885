package comity.benchmarks;

import java.util.List;

/// Rows of text under headings; the first column is left-aligned, the others are numbers and right-aligned.
public record Table(String title, List<String> headings, List<List<String>> rows) {
    public Table {
        headings = List.copyOf(headings);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != headings.size()) {
                throw new IllegalArgumentException("A row of \"" + title + "\" has " + row.size() + " cells");
            }
        }
    }
}
