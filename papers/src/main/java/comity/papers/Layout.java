package comity.papers;

import comity.kernel.Language;
import comity.kernel.Utf8;
import comity.papers.Paper.Heading;
import comity.papers.Paper.Line;
import comity.papers.Paper.Paragraph;
import comity.papers.Paper.Part;
import comity.papers.Paper.Picture;
import comity.papers.Paper.Row;
import comity.papers.Paper.Table;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// Turns a paper into the tree that the printer lays out. Nothing is written as markup, so no text can
/// become any.
final class Layout {
    private static final String CSS = css();
    private static final Pattern PLACE = Pattern.compile("\\{([01])}");
    private static final char APART = '\u2068';
    private static final char TOGETHER = '\u2069';
    /// How wide and high a picture may be, in CSS pixels: the room inside the margins of the sheet.
    private static final double WIDEST = 672;

    private static final double HIGHEST = 790;
    /// The box of a text in a picture, in CSS pixels.
    private static final double BOX = 600;
    /// The height of its line, and how far its baseline is below the middle; both in sizes of the font.
    private static final double LINE_OF_LABEL = 1.4;

    private static final double BELOW_MIDDLE = 0.36;

    private final Paper paper;
    private final Document document;

    private Layout(Paper paper) {
        this.paper = paper;
        this.document = Xml.empty();
    }

    static Document of(Paper paper) {
        return new Layout(paper).build();
    }

    private static String css() {
        try (InputStream file = Layout.class.getResourceAsStream("paper.css")) {
            if (file == null) {
                throw new IllegalStateException("The build has left out paper.css");
            }
            return Utf8.text(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Document build() {
        Language language = paper.language();
        Element html = document.createElement("html");
        html.setAttribute("lang", language.tag());
        html.setAttribute("dir", language.isRightToLeft() ? "rtl" : "ltr");
        document.appendChild(html);
        Element head = add(html, "head", "");
        text(add(head, "title", ""), paper.title());
        Element description = add(head, "meta", "");
        description.setAttribute("name", "description");
        description.setAttribute("content", Signs.plain(paper.title()));
        add(head, "style", "")
                .appendChild(document.createTextNode(
                        CSS + sides(language) + "html{font-family:" + Fonts.families(language) + ",sans-serif}"));
        Element body = add(html, "body", "");
        text(add(body, "div", "marking"), paper.marking());
        Element foot = add(body, "div", "foot");
        text(foot, paper.reference() + " · ");
        pages(foot);
        text(add(body, "h1", ""), paper.title());
        paper.parts().forEach(part -> part(body, part));
        return document;
    }

    /// The printer does not turn the sheet round for a language that is written from the right.
    private static String sides(Language language) {
        String first = language.isRightToLeft() ? "right" : "left";
        String last = language.isRightToLeft() ? "left" : "right";
        return ".foot{text-align:left;direction:ltr}.marking,.facts th,.facts caption{text-align:%s}.facts th,.facts td{padding-%s:1.6mm}"
                .formatted(first, last);
    }

    /// The words and the numbers of `Page 1 of 2`. The printer puts a line with a number of its own in
    /// the wrong place when the line is written from the right; so the foot is written from the left,
    /// and has the pieces of such a language in the order in which they are seen.
    private void pages(Element foot) {
        List<String> pieces = new ArrayList<>();
        int done = 0;
        for (MatchResult place : PLACE.matcher(paper.pageOf()).results().toList()) {
            pieces.add(paper.pageOf().substring(done, place.start()).strip());
            pieces.add(place.group());
            done = place.end();
        }
        pieces.add(paper.pageOf().substring(done).strip());
        pieces.removeIf(String::isEmpty);
        for (String piece : paper.language().isRightToLeft() ? pieces.reversed() : pieces) {
            switch (piece) {
                case "{0}" -> add(foot, "span", "page");
                case "{1}" -> add(foot, "span", "pages");
                default -> text(foot, piece);
            }
            text(foot, " ");
        }
    }

    private void part(Element body, Part part) {
        switch (part) {
            case Heading heading -> text(add(body, "h2", heading.newPage() ? "new-page" : ""), heading.text());
            case Paragraph paragraph -> text(add(body, "p", ""), paragraph.text());
            case Table table -> table(body, table);
            case Picture picture -> picture(body, picture);
        }
    }

    private void table(Element body, Table table) {
        Element element = add(body, "table", "facts");
        if (!table.caption().isEmpty()) {
            text(add(element, "caption", ""), table.caption());
        }
        Element headings = add(add(element, "thead", ""), "tr", "");
        for (int i : columns(table)) {
            Element heading = add(headings, "th", "");
            heading.setAttribute("scope", "col");
            heading.setAttribute("style", "width:" + table.widths().get(i) + "%");
            text(heading, table.headings().get(i));
        }
        Element rows = add(element, "tbody", "");
        for (Row row : table.rows()) {
            Element cells = add(rows, "tr", "");
            for (int i : columns(table)) {
                Element data = add(cells, "td", "");
                row.cells().get(i).lines().forEach(line -> line(data, line));
            }
        }
    }

    /// The columns from the left of the sheet.
    private List<Integer> columns(Table table) {
        List<Integer> columns =
                IntStream.range(0, table.headings().size()).boxed().toList();
        return paper.language().isRightToLeft() ? columns.reversed() : columns;
    }

    private void line(Element cell, Line line) {
        Element element = add(cell, "div", "line " + line.weight().name().toLowerCase(Locale.ROOT));
        if (line.weight() == Paper.Weight.DIGITS) {
            Element digits = add(element, "bdi", "");
            digits.setAttribute("dir", "ltr");
            text(digits, line.text());
        } else {
            text(element, line.text());
        }
    }

    private void picture(Element body, Picture picture) {
        Drawing drawing = Drawing.of(picture.svg());
        double scale = Math.min(WIDEST / drawing.width(), HIGHEST / drawing.height());
        String size =
                "width:%spx;height:%spx".formatted(pixels(drawing.width() * scale), pixels(drawing.height() * scale));
        Element frame = add(body, "div", "picture");
        frame.setAttribute("style", size);
        Element shapes = drawing.shapes();
        shapes.setAttribute("style", size);
        shapes.setAttribute("color", "black");
        shapes.setAttribute("alt", Signs.plain(picture.words()));
        frame.appendChild(document.importNode(shapes, true));
        drawing.labels().forEach(label -> label(frame, label, scale));
    }

    /// A box so wide that the text fits whichever way it runs from its anchor.
    private void label(Element frame, Drawing.Label label, double scale) {
        double size = label.size() * scale * Fonts.growth(paper.language());
        double reach = label.centred() ? BOX / 2 : paper.language().isRightToLeft() ? BOX : 0;
        double top = label.y() * scale - LINE_OF_LABEL * size / 2 - BELOW_MIDDLE * size;
        String align = label.centred() ? "center" : paper.language().isRightToLeft() ? "right" : "left";
        Element box = add(frame, "div", label.strong() ? "label strong" : "label");
        box.setAttribute(
                "style",
                "left:%spx;top:%spx;width:%spx;font-size:%spx;line-height:%spx;text-align:%s"
                        .formatted(
                                pixels(label.x() * scale - reach),
                                pixels(top),
                                pixels(BOX),
                                pixels(size),
                                pixels(LINE_OF_LABEL * size),
                                align));
        text(box, label.text());
    }

    private static String pixels(double size) {
        return String.format(Locale.ROOT, "%.1f", size);
    }

    private Element add(Element to, String name, String look) {
        Element element = document.createElement(name);
        if (!look.isEmpty()) {
            element.setAttribute("class", look);
        }
        to.appendChild(element);
        return element;
    }

    /// Writes a text; what it sets apart becomes an element of its own direction.
    private void text(Element to, String text) {
        int done = 0;
        int begin = text.indexOf(APART);
        while (begin >= 0) {
            int end = text.indexOf(TOGETHER, begin);
            if (end < 0) {
                break;
            }
            to.appendChild(document.createTextNode(Signs.plain(text.substring(done, begin))));
            add(to, "bdi", "").appendChild(document.createTextNode(Signs.plain(text.substring(begin + 1, end))));
            done = end + 1;
            begin = text.indexOf(APART, done);
        }
        to.appendChild(document.createTextNode(Signs.plain(text.substring(done))));
    }
}
