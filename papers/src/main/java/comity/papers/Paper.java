package comity.papers;

import comity.kernel.Language;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A document to be printed.
///
/// Texts are plain. What stands between U+2068 and U+2069 keeps its own direction of writing, as Unicode
/// has it; other signs that steer the direction are the caller's to keep out.
///
/// @param marking stands at the head of every page: how the paper may be handled, or that it is a draft
/// @param reference stands at the foot of every page: what the paper belongs to
/// @param pageOf the words for the number of a page, for example `Page {0} of {1}`
/// @param written when the paper was written; nothing else in it depends on the time
/// @param attachment the same content for machines
public record Paper(
        String title,
        Language language,
        String marking,
        String reference,
        String pageOf,
        Instant written,
        List<Part> parts,
        Optional<Attachment> attachment) {
    /// The longest single text, in characters.
    public static final int LONGEST_TEXT = 8_000;
    /// The most parts, and the most rows of all tables.
    public static final int MOST_PARTS = 2_000;
    /// The largest drawing, in characters.
    public static final int LARGEST_DRAWING = 64 * 1024;
    /// The largest attachment, in bytes.
    public static final int LARGEST_ATTACHMENT = 8 * 1024 * 1024;

    /// A piece of the document, in reading order.
    public sealed interface Part {}

    /// @param newPage whether it begins a page
    public record Heading(String text, boolean newPage) implements Part {
        public Heading {
            bound(text);
        }
    }

    public record Paragraph(String text) implements Part {
        public Paragraph {
            bound(text);
        }
    }

    /// @param widths of the columns, in percent of the page
    public record Table(String caption, List<String> headings, List<Integer> widths, List<Row> rows) implements Part {
        public Table {
            bound(caption);
            headings = List.copyOf(headings);
            headings.forEach(Paper::bound);
            widths = List.copyOf(widths);
            rows = List.copyOf(rows);
            int columns = headings.size();
            if (widths.size() != columns
                    || rows.stream().anyMatch(row -> row.cells().size() != columns)) {
                throw new IllegalArgumentException("Every row has a cell for every column");
            }
        }
    }

    public record Row(List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /// What stands in a cell, below each other.
    public record Cell(List<Line> lines) {
        public Cell {
            lines = List.copyOf(lines);
        }

        public static Cell of(String text) {
            return new Cell(List.of(new Line(text, Weight.PLAIN)));
        }
    }

    public record Line(String text, Weight weight) {
        public Line {
            bound(text);
        }
    }

    /// How a line looks.
    public enum Weight {
        PLAIN,
        STRONG,
        QUIET,
        /// Digits and letters without a language, which may be broken anywhere and are read from the
        /// left.
        DIGITS
    }

    /// A drawing as SVG with its width and height.
    ///
    /// @param words what it shows, for those who do not see it
    public record Picture(String svg, String words) implements Part {
        public Picture {
            bound(words);
            if (svg.length() > LARGEST_DRAWING) {
                throw new IllegalArgumentException("The drawing is longer than " + LARGEST_DRAWING + " characters");
            }
        }
    }

    /// A file inside the document.
    ///
    /// @param name with its ending, which has to be `.json`
    /// @param words what it is
    public record Attachment(String name, String words, byte[] json) {
        public Attachment {
            bound(words);
            if (!name.matches("[A-Za-z0-9.-]{1,100}\\.json")) {
                throw new IllegalArgumentException("A plain name that ends in .json");
            }
            if (json.length > LARGEST_ATTACHMENT) {
                throw new IllegalArgumentException("The attachment is longer than " + LARGEST_ATTACHMENT + " bytes");
            }
        }
    }

    public Paper {
        bound(title);
        bound(marking);
        bound(reference);
        bound(pageOf);
        parts = List.copyOf(parts);
        int rows = parts.stream()
                .mapToInt(part -> part instanceof Table table ? table.rows().size() : 1)
                .sum();
        if (rows > MOST_PARTS) {
            throw new IllegalArgumentException("More than " + MOST_PARTS + " parts and rows");
        }
    }

    private static void bound(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("A text is longer than " + LONGEST_TEXT + " characters");
        }
    }
}
