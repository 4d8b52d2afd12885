package comity.benchmarks;

import java.io.PrintStream;
import java.util.List;

/// The report for a person at a terminal: ratios first, then each section's tables, pictures and notes.
final class TextReport {
    private final Report report;

    TextReport(Report report) {
        this.report = report;
    }

    void print(PrintStream out) {
        out.println();
        out.println("Measured on " + report.machine());
        out.printf(
                "at %s in %d min %02d s%n",
                report.started(), report.took().toMinutes(), report.took().toSecondsPart());
        Table ratios = Ratios.table(report);
        if (!ratios.rows().isEmpty()) {
            print(ratios, out);
        }
        for (Report.Part part : report.parts()) {
            out.println();
            out.println(part.letter() + ". " + part.title());
            if (part.findings().isEmpty()) {
                out.println("   not measured: " + part.missing());
            }
            part.findings().ifPresent(findings -> print(findings, out));
        }
    }

    private static void print(Findings findings, PrintStream out) {
        findings.tables().forEach(table -> print(table, out));
        findings.pictures().forEach(picture -> TextPicture.of(picture).forEach(out::println));
        findings.notes().forEach(note -> out.println("   – " + note));
    }

    private static void print(Table table, PrintStream out) {
        int columns = table.headings().size();
        int[] widths = new int[columns];
        for (int i = 0; i < columns; i++) {
            int column = i;
            widths[i] = Math.max(
                    table.headings().get(i).length(),
                    table.rows().stream()
                            .mapToInt(row -> row.get(column).length())
                            .max()
                            .orElse(0));
        }
        out.println();
        out.println("   " + table.title());
        out.println("   " + line(table.headings(), widths));
        table.rows().forEach(row -> out.println("   " + line(row, widths)));
    }

    private static String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String space = " ".repeat(widths[i] - cells.get(i).length());
            line.append(i == 0 ? cells.get(i) + space : "  " + space + cells.get(i));
        }
        return line.toString().stripTrailing();
    }
}
