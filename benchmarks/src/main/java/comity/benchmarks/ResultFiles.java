package comity.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The report for other readers: `results.json` for programs, `figures.md` to quote, one SVG for each picture.
final class ResultFiles {
    private final Report report;

    ResultFiles(Report report) {
        this.report = report;
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("results.json"), json() + "\n");
        Files.writeString(folder.resolve("figures.md"), markdown());
        List<Growth> pictures = report.pictures();
        for (int i = 0; i < pictures.size(); i++) {
            Files.writeString(folder.resolve("growth-" + (i + 1) + ".svg"), SvgPicture.of(pictures.get(i)));
        }
    }

    private String json() {
        Map<String, Object> results = new LinkedHashMap<>();
        results.put("machine", report.machine());
        results.put("started", report.started().toString());
        results.put("seconds", report.took().toSeconds());
        results.put("figures", report.figures());
        results.put(
                "notMeasured",
                report.parts().stream()
                        .filter(part -> part.findings().isEmpty())
                        .map(part -> Map.of("section", String.valueOf(part.letter()), "why", part.missing()))
                        .toList());
        return JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(results);
    }

    private String markdown() {
        StringBuilder text = new StringBuilder();
        append(Ratios.table(report), text);
        for (Report.Part part : report.parts()) {
            part.findings().ifPresent(findings -> {
                findings.tables().forEach(table -> append(table, text));
                findings.notes().forEach(note -> text.append("- ").append(note).append('\n'));
                text.append('\n');
            });
        }
        return text.append("Measured on ")
                .append(report.machine())
                .append(".\n")
                .toString();
    }

    private static void append(Table table, StringBuilder text) {
        if (table.rows().isEmpty()) {
            return;
        }
        text.append("**").append(table.title()).append("**\n\n");
        appendRow(table.headings(), text);
        appendRow(table.headings().stream().map(heading -> "---").toList(), text);
        table.rows().forEach(row -> appendRow(row, text));
        text.append('\n');
    }

    private static void appendRow(List<String> cells, StringBuilder text) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
