package comity.benchmarks;

import java.util.ArrayList;
import java.util.List;

/// What the parts of a section have found so far.
public final class Found {
    private final List<Table> tables = new ArrayList<>();
    private final List<Growth> pictures = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    public void table(String title, List<String> headings, List<List<String>> rows) {
        tables.add(new Table(title, headings, rows));
    }

    public void picture(Growth growth) {
        pictures.add(growth);
    }

    public void figure(String name, double value, String unit) {
        figures.add(new Figure(name, value, unit));
    }

    public void note(String words) {
        notes.add(words);
    }

    public Findings all() {
        return new Findings(tables, pictures, figures, notes);
    }
}
