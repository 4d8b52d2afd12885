package comity.benchmarks;

import java.util.List;

/// What a section found: tables and pictures for people, figures for programs, and notes that say under which
/// conditions they hold.
public record Findings(List<Table> tables, List<Growth> pictures, List<Figure> figures, List<String> notes) {
    public Findings {
        tables = List.copyOf(tables);
        pictures = List.copyOf(pictures);
        figures = List.copyOf(figures);
        notes = List.copyOf(notes);
    }
}
