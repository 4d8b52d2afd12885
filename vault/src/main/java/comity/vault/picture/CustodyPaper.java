package comity.vault.picture;

import comity.papers.Paper;
import comity.papers.Paper.Attachment;
import comity.papers.Paper.Cell;
import comity.papers.Paper.Heading;
import comity.papers.Paper.Line;
import comity.papers.Paper.Paragraph;
import comity.papers.Paper.Part;
import comity.papers.Paper.Picture;
import comity.papers.Paper.Table;
import comity.papers.Paper.Weight;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The custody of one exhibit on paper: a page with the picture, a page with the table, a page that
/// explains to a court what both prove and what they do not. The same record for machines is a file
/// inside.
public final class CustodyPaper {
    /// The most events that are put on paper.
    public static final int MOST_EVENTS = 1_500;

    /// An event has few details of its own; another State may send more, which are then in the file
    /// inside only.
    private static final int MOST_DETAILS = 8;

    /// Short vowels of Arabic. Printing sets them beside the letters instead of on them, and readers do
    /// without them; they are taken from our own words only.
    private static final Pattern SHORT_VOWELS = Pattern.compile("[\\u064B-\\u0652]");

    private static final String NOTHING = "–";
    private static final String BETWEEN = " · ";

    private final CustodyPicture picture;
    private final Words words;

    private CustodyPaper(CustodyPicture picture) {
        this.picture = picture;
        this.words = picture.words();
    }

    /// @param marking how the paper may be handled; stands on every page
    /// @param written when the paper was asked for
    /// @throws IllegalArgumentException when there are more than [#MOST_EVENTS] events
    public static Paper of(CustodyPicture picture, String marking, Instant written) {
        if (picture.marks().size() > MOST_EVENTS) {
            throw new IllegalArgumentException("More than " + MOST_EVENTS + " events");
        }
        return new CustodyPaper(picture).paper(marking, written);
    }

    private Paper paper(String marking, Instant written) {
        List<Part> parts = new ArrayList<>();
        parts.add(new Paragraph(own(picture.facts().line())));
        parts.add(new Paragraph(own(words.say("paper.written", picture.times().moment(written)))));
        parts.add(new Picture(own(picture.svg(CustodyPicture.WIDE)), own(words(picture))));
        parts.add(new Heading(own(words.say("paper.table")), true));
        parts.add(table());
        boolean newPage = true;
        for (Passage passage : picture.explanation()) {
            parts.add(new Heading(own(passage.heading()), newPage));
            passage.paragraphs().forEach(text -> parts.add(new Paragraph(own(text))));
            newPage = false;
        }
        String exhibit = picture.subject().exhibit().toString();
        return new Paper(
                own(picture.title()),
                picture.language(),
                Foreign.cut(marking, 200),
                exhibit,
                own(words.say("paper.page", "{0}", "{1}")),
                written,
                parts,
                Optional.of(new Attachment(
                        "custody-" + exhibit + ".json", words.say("paper.file"), CustodyFile.of(picture, written))));
    }

    private static String words(CustodyPicture picture) {
        return (picture.title() + ". " + picture.description()).strip();
    }

    private Table table() {
        List<String> headings = List.of(
                heading(Column.NUMBER),
                heading(Column.WHEN),
                heading(Column.WHO),
                heading(Column.WHAT),
                heading(Column.RESULT),
                own(words.say("paper.evidence")));
        return new Table(
                "",
                headings,
                List.of(5, 13, 16, 30, 12, 24),
                picture.rows().stream().map(this::row).toList());
    }

    private String heading(Column column) {
        return own(picture.heading(column));
    }

    private Paper.Row row(Row row) {
        List<Line> who = new ArrayList<>();
        who.add(new Line(row.state(), Weight.STRONG));
        who.add(new Line(own(row.role()), Weight.PLAIN));
        who.add(quiet(own(row.hand())));
        List<Line> what = new ArrayList<>();
        what.add(new Line(own(row.what()), Weight.PLAIN));
        if (!row.where().isEmpty()) {
            what.add(quiet(words.say("paper.label", heading(Column.WHERE), row.where())));
        }
        if (!row.why().isEmpty()) {
            what.add(quiet(words.say("paper.label", heading(Column.WHY), row.why())));
        }
        if (!row.details().isEmpty()) {
            what.add(quiet(details(row.details())));
        }
        if (!row.told().isEmpty()) {
            what.add(quiet(own(row.told())));
        }
        List<Line> result = new ArrayList<>();
        result.add(new Line(row.result().isEmpty() ? NOTHING : own(row.result()), Weight.PLAIN));
        row.breaks().forEach(text -> result.add(new Line(own(text), Weight.STRONG)));
        return new Paper.Row(List.of(
                Cell.of(String.valueOf(row.number())),
                new Cell(when(row.when())),
                new Cell(who),
                new Cell(what),
                new Cell(result),
                new Cell(List.of(
                        new Line(own(row.anchored() + BETWEEN + row.chain()), Weight.PLAIN),
                        new Line(row.digest(), Weight.DIGITS)))));
    }

    private String details(List<Row.Detail> details) {
        List<String> said = new ArrayList<>();
        details.stream()
                .limit(MOST_DETAILS)
                .forEach(detail -> said.add(words.say("paper.label", detail.name(), detail.value())));
        if (details.size() > MOST_DETAILS) {
            said.add(own(words.say("paper.more", details.size() - MOST_DETAILS)));
        }
        return String.join(BETWEEN, said);
    }

    /// The day above the time of day.
    private static List<Line> when(String moment) {
        List<Line> lines = new ArrayList<>();
        for (String part : moment.split(" ", 2)) {
            lines.add(new Line(part, Weight.DIGITS));
        }
        return lines;
    }

    private static Line quiet(String text) {
        return new Line(text, Weight.QUIET);
    }

    /// A text of our own, as it is printed.
    private String own(String text) {
        return picture.language().isRightToLeft() ? SHORT_VOWELS.matcher(text).replaceAll("") : text;
    }
}
