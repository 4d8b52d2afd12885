package comity.law.offence.book;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The kinds of line in a book, and their columns. JSON and CSV are two forms of the same lines.
enum Line {
    /// One a book: whose law it is.
    LAW(
            new Column("state", Column.Kind.TEXT),
            new Column("languages", Column.Kind.LIST),
            new Column("asOf", Column.Kind.TEXT),
            new Column("complete", Column.Kind.YES_NO),
            new Column("interception", Column.Kind.LIST),
            new Column("verifiedBy", Column.Kind.TEXT),
            new Column("verifier", Column.Kind.TEXT),
            new Column("verifiedOn", Column.Kind.TEXT),
            new Column("source", Column.Kind.TEXT)),
    /// A general rule.
    RULE(
            new Column("rule", Column.Kind.TEXT),
            new Column("position", Column.Kind.TEXT),
            new Column("offences", Column.Kind.LIST),
            new Column("citation", Column.Kind.TEXT)),
    /// A provision; the texts and elements below it name it.
    PROVISION(
            new Column("provision", Column.Kind.TEXT),
            new Column("citation", Column.Kind.TEXT),
            new Column("from", Column.Kind.TEXT),
            new Column("to", Column.Kind.TEXT),
            new Column("penalty", Column.Kind.TEXT),
            new Column("limitation", Column.Kind.TEXT),
            new Column("incorporates", Column.Kind.LIST),
            new Column("replaces", Column.Kind.TEXT),
            new Column("verifiedBy", Column.Kind.TEXT),
            new Column("verifier", Column.Kind.TEXT),
            new Column("verifiedOn", Column.Kind.TEXT),
            new Column("source", Column.Kind.TEXT)),
    /// Its words in one language.
    TEXT(
            new Column("provision", Column.Kind.TEXT),
            new Column("language", Column.Kind.TEXT),
            new Column("standing", Column.Kind.TEXT),
            new Column("title", Column.Kind.TEXT),
            new Column("text", Column.Kind.TEXT)),
    /// How it stands to one element.
    ELEMENT(
            new Column("provision", Column.Kind.TEXT),
            new Column("element", Column.Kind.TEXT),
            new Column("relation", Column.Kind.TEXT),
            new Column("demand", Column.Kind.TEXT),
            new Column("wording", Column.Kind.TEXT));

    /// One column.
    ///
    /// @param name its heading, and its field in JSON
    /// @param kind how JSON writes it
    record Column(String name, Kind kind) {
        /// A text; words set apart by spaces, in JSON a list; or `yes` and `no`, in JSON true and false.
        enum Kind {
            TEXT,
            LIST,
            YES_NO
        }
    }

    private final List<Column> columns;

    Line(Column... columns) {
        this.columns = List.of(columns);
    }

    List<Column> columns() {
        return columns;
    }

    Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /// The word in the first column of a CSV file.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Line> ofWord(String word) {
        return Arrays.stream(values()).filter(line -> line.word().equals(word)).findFirst();
    }

    /// Every heading once, in the order of a CSV file.
    static List<String> headings() {
        return Arrays.stream(values())
                .flatMap(line -> line.columns.stream())
                .map(Column::name)
                .distinct()
                .toList();
    }
}
