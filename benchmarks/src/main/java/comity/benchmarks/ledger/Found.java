package comity.benchmarks.ledger;

import comity.benchmarks.Figure;
import comity.benchmarks.Findings;
import comity.benchmarks.Growth;
import comity.benchmarks.Table;
import java.util.ArrayList;
import java.util.List;

/// What the parts of the section have found so far.
final class Found {
    private final List<Table> tables = new ArrayList<>();
    private final List<Growth> pictures = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    void table(String title, List<String> headings, List<List<String>> rows) {
        tables.add(new Table(title, headings, rows));
    }

    void picture(Growth growth) {
        pictures.add(growth);
    }

    void figure(String name, double value, String unit) {
        figures.add(new Figure(name, value, unit));
    }

    void note(String words) {
        notes.add(words);
    }

    Findings all() {
        return new Findings(tables, pictures, figures, notes);
    }
}
