package comity.cli.screen;

import comity.cli.words.Texts;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Where a command writes. Answers go to the standard output, everything else to the error output, so that a pipe
/// gets only answers.
public final class Screen {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final PrintWriter out;
    private final PrintWriter err;
    private final Texts texts;
    private final Times times;
    private final boolean asJson;
    private final boolean coloured;

    public Screen(PrintWriter out, PrintWriter err, Texts texts, Times times, boolean asJson, boolean coloured) {
        this.out = out;
        this.err = err;
        this.texts = texts;
        this.times = times;
        this.asJson = asJson;
        this.coloured = coloured;
    }

    public Texts texts() {
        return texts;
    }

    public Times times() {
        return times;
    }

    /// Whether a program reads the answer.
    public boolean asJson() {
        return asJson;
    }

    /// The answer for a program.
    public void json(Object answer) {
        out.println(Clean.json(JSON.writeValueAsString(answer)));
        out.flush();
    }

    /// One of our own sentences, as the answer.
    public void say(String key, Object... values) {
        line(texts.say(key, values));
    }

    /// One of our own sentences, beside the answer.
    public void warn(String key, Object... values) {
        err.println(Clean.line(texts.say(key, values)));
        err.flush();
    }

    /// A line of the answer.
    public void line(String text) {
        out.println(Clean.line(text));
        out.flush();
    }

    /// A heading.
    public void heading(String key) {
        out.println();
        out.println(painted(Paint.STRONG, texts.say(key)));
    }

    /// A name and what it is, when there is something to show.
    public void fact(String key, Object value) {
        String shown = Clean.line(String.valueOf(value));
        if (!shown.isBlank()) {
            out.println(Clean.line(texts.say(key)) + ": " + shown);
            out.flush();
        }
    }

    /// The same, when there may be nothing.
    public void factIf(String key, @Nullable Object value) {
        if (value != null) {
            fact(key, value);
        }
    }

    /// A text for a file: shown as it is but for what a terminal would obey.
    public void verbatim(String text) {
        out.print(Clean.text(text));
        out.flush();
    }

    /// A text of several lines, set in by two spaces.
    public void paragraph(String text) {
        Clean.text(text).lines().forEach(line -> out.println("  " + line));
        out.flush();
    }

    /// A line of something that went wrong, beside the answer.
    public void complain(String text) {
        err.println(Clean.line(text));
        err.flush();
    }

    /// Rows under headings, in columns as wide as they need; the last column runs on.
    public void table(List<String> headings, List<List<String>> rows) {
        List<List<String>> cleanRows =
                rows.stream().map(row -> row.stream().map(Clean::line).toList()).toList();
        int[] widths = IntStream.range(0, headings.size())
                .map(column -> IntStream.concat(
                                IntStream.of(headings.get(column).length()),
                                cleanRows.stream()
                                        .mapToInt(row -> row.get(column).length()))
                        .max()
                        .orElse(0))
                .toArray();
        out.println(painted(Paint.STRONG, columns(headings, widths)));
        cleanRows.forEach(row -> out.println(columns(row, widths)));
        out.flush();
    }

    /// A word in a colour that repeats what the word says.
    public String painted(Paint paint, String text) {
        return coloured ? "\u001b[" + paint.code + "m" + text + "\u001b[0m" : text;
    }

    /// What a colour stands for.
    public enum Paint {
        STRONG("1"),
        GOOD("32"),
        ATTENTION("33"),
        BAD("31");

        private final String code;

        Paint(String code) {
            this.code = code;
        }
    }

    private static String columns(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            line.append(cell);
            if (column < cells.size() - 1) {
                line.append(" ".repeat(widths[column] - cell.length() + 2));
            }
        }
        return line.toString().stripTrailing();
    }
}
