package comity.vault.picture;

import static comity.vault.picture.Svg.number;

import comity.kernel.StateCode;
import comity.kernel.Utf8;
import comity.vault.CustodyEvent.Kind;
import comity.vault.Hand;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The picture as SVG. It stays small whatever the custody: when it would not, words below the marks go
/// first, then the long names of the marks, then the times, and at last marks in the middle of the way,
/// which the picture then says.
final class Drawing {
    private static final int MOST_MARKS = 60;
    private static final int MOST_WITH_WORDS = 28;
    /// A broken mark is drawn even in the middle; more than these stand in the table only.
    private static final int MOST_BROKEN = 12;

    /// Red is for those who see it: every break has a shape of its own.
    private static final String BREAK = "#d93a32";

    /// What a picture shows of each mark, from all to least.
    private enum Detail {
        WORDS,
        NUMBERS,
        SHORT_NAMES,
        NO_TIMES,
        FEWER_MARKS,
        FEWEST_MARKS;

        boolean atMost(Detail other) {
            return compareTo(other) >= 0;
        }
    }

    private final CustodyPicture picture;
    private final Subject subject;
    private final List<Mark> marks;
    private final Words words;
    private final Times times;
    private final int width;

    Drawing(CustodyPicture picture, int width) {
        this.picture = picture;
        this.subject = picture.subject();
        this.marks = picture.marks();
        this.words = picture.words();
        this.times = picture.times();
        this.width = Math.clamp(width, CustodyPicture.NARROW, 1200);
    }

    String svg() {
        Detail first = marks.size() <= MOST_WITH_WORDS ? Detail.WORDS : Detail.NUMBERS;
        String svg = "";
        for (Detail detail : Detail.values()) {
            if (detail.atMost(first)) {
                svg = draw(detail);
                if (Utf8.bytes(svg).length <= CustodyPicture.MOST_BYTES) {
                    break;
                }
            }
        }
        return svg;
    }

    private List<Mark> drawn(Detail detail) {
        int most = switch (detail) {
            case WORDS, NUMBERS, SHORT_NAMES, NO_TIMES -> MOST_MARKS;
            case FEWER_MARKS -> MOST_MARKS / 2;
            case FEWEST_MARKS -> MOST_MARKS / 4;
        };
        if (marks.size() <= most) {
            return marks;
        }
        int ends = (most - MOST_BROKEN) / 2;
        List<Mark> middle = marks.subList(ends, marks.size() - ends);
        List<Mark> drawn = new ArrayList<>(marks.subList(0, ends));
        middle.stream().filter(Mark::broken).limit(MOST_BROKEN).forEach(drawn::add);
        drawn.addAll(marks.subList(marks.size() - ends, marks.size()));
        return drawn;
    }

    private String draw(Detail detail) {
        List<Mark> drawn = drawn(detail);
        Score score = new Score(drawn, words.language(), width, detail == Detail.WORDS);
        Svg body = new Svg();
        if (!drawn.isEmpty()) {
            ground(body, score);
            ways(body, drawn, score);
            axis(body, drawn, score, detail);
            body.raw("<g text-anchor=\"middle\">");
            drawn.forEach(mark -> mark(body, mark, score, detail));
            body.raw("</g>");
        }
        double bottom = foot(body, score, drawn, drawn.isEmpty() ? 0 : score.bottom());
        return head(bottom).raw(body.toString()).raw("</svg>").toString();
    }

    private Svg head(double height) {
        String size = "%d %s".formatted(width, number(height));
        Svg svg = new Svg()
                .raw("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"custody\" role=\"group\" viewBox=\"0 0 " + size)
                .raw("\" width=\"%d\" height=\"%s\" lang=\"%s\" xml:lang=\"%<s\""
                        .formatted(width, number(height), words.language().tag()))
                .raw(words.language().isRightToLeft() ? " direction=\"rtl\"" : "")
                .raw(" font-family=\"system-ui,sans-serif\" font-size=\"11\" fill=\"currentColor\">");
        svg.element("title", picture.title());
        if (!marks.isEmpty()) {
            svg.element("desc", picture.description());
        }
        return svg;
    }

    /// What stands behind the marks: names, lanes, the border between States, the row of the ledger.
    private void ground(Svg svg, Score score) {
        StringBuilder lanes = new StringBuilder();
        StringBuilder borders = new StringBuilder();
        Set<StateCode> introduced = new HashSet<>();
        for (int band = 0; band < score.bands(); band++) {
            for (StateCode state : score.states(band)) {
                double top = score.headerY(state, band);
                borders.append(line(score.side(), top, score.end()));
                svg.text(score.side(), top + 14, " font-weight=\"600\"", stateLine(state, introduced.add(state)));
                for (Hand hand : score.hands(state, band)) {
                    double y = score.laneY(state, hand, band);
                    lanes.append(line(score.start(), y, score.end()));
                    side(svg, score, y, words.say("hand." + hand.code()));
                }
            }
            double y = score.anchorY(band);
            borders.append(line(score.side(), y - 14, score.end()));
            lanes.append(line(score.start(), y, score.end()));
            side(svg, score, y, words.say("picture.ledger"));
        }
        svg.raw("<g fill=\"none\" stroke=\"currentColor\"><path stroke-opacity=\".35\" d=\"" + borders);
        svg.raw("\"/><path stroke-opacity=\".3\" stroke-dasharray=\"1 5\" d=\"" + lanes + "\"/></g>");
    }

    /// @param first whether the State is named for the first time
    private String stateLine(StateCode state, boolean first) {
        String name = subject.name(state);
        boolean told = first && marks.stream().anyMatch(mark -> mark.state().equals(state) && mark.told());
        return Lettering.lines(told ? words.say("picture.told", name) : name, (width - 30) / 12.0, 1)
                .getFirst();
    }

    private void side(Svg svg, Score score, double y, String name) {
        List<String> lines = Lettering.lines(name, (score.gutter() - 10) / 11, 2);
        double first = lines.size() == 1 ? y + 4 : y - 2;
        for (int i = 0; i < lines.size(); i++) {
            svg.text(score.side(), first + 12 * i, "", lines.get(i));
        }
    }

    private static String line(double from, double y, double to) {
        return "M%s %sH%s".formatted(number(from), number(y), number(to));
    }

    private void ways(Svg svg, List<Mark> drawn, Score score) {
        Ways ways = new Ways(drawn, score);
        StringBuilder guides = new StringBuilder();
        for (Mark mark : drawn) {
            if (mark.leaf().isPresent()) {
                double below = score.y(mark) + (score.wordy() ? 38 : 22);
                double above = score.anchorY(score.band(mark.number())) - 7;
                if (below < above) {
                    guides.append("M%s %sV%s".formatted(number(score.x(mark.number())), number(below), number(above)));
                }
            }
        }
        svg.raw("<g fill=\"none\" stroke=\"currentColor\"><path stroke-opacity=\".22\" d=\"" + guides);
        svg.raw("\"/><path stroke-width=\"2\" d=\"" + ways.open());
        svg.raw("\"/><path stroke-width=\"7\" stroke-opacity=\".65\" stroke-dasharray=\"1.6 2.4\" d=\""
                + ways.sealed());
        svg.raw("\"/><path stroke-width=\"1.5\" d=\"" + ways.transfers() + "\"/>");
        if (!ways.crosses().isEmpty()) {
            svg.raw("<path class=\"break\" stroke=\"" + BREAK + "\" stroke-width=\"3\" d=\"" + ways.crosses() + "\"/>");
        }
        svg.raw("</g>");
    }

    private void axis(Svg svg, List<Mark> drawn, Score score, Detail detail) {
        svg.raw("<g text-anchor=\"middle\" font-size=\"" + (score.wordy() ? "10.5" : "9.5") + "\">");
        String day = "";
        for (Mark mark : drawn) {
            int number = mark.number();
            double top = score.bandTop(score.band(number));
            String today = times.day(mark.event().at());
            if (score.startsBand(number) || !today.equals(day)) {
                boolean whole = score.wordy()
                        || score.startsBand(number)
                                && number == drawn.getFirst().number();
                String year = today.substring(0, Math.min(4, today.length()));
                String label = whole || !day.startsWith(year)
                        ? today
                        : times.dayInYear(mark.event().at());
                svg.text(score.x(number), top + 12, " font-weight=\"600\"", label);
                day = today;
            }
            if (!detail.atMost(Detail.NO_TIMES)) {
                svg.text(score.x(number), top + 25, "", times.clock(mark.event().at()));
            }
        }
        svg.raw("</g>");
    }

    private void mark(Svg svg, Mark mark, Score score, Detail detail) {
        double x = score.x(mark.number());
        double y = score.y(mark);
        svg.raw("<a href=\"#event-" + mark.number() + "\">").element("title", name(mark, detail));
        svg.raw(shape(mark, x, y));
        List<String> below = new ArrayList<>();
        below.add(String.valueOf(mark.number()));
        if (score.wordy()) {
            String word = mark.number() + " "
                    + words.say("short." + mark.event().kind().code());
            below = Lettering.lines(word, (score.column() - 4) / 11, 2);
        }
        for (int i = 0; i < below.size(); i++) {
            svg.text(x, y + 20 + 12 * i, "", below.get(i));
        }
        if (mark.leaf().isPresent()) {
            double anchor = score.anchorY(score.band(mark.number()));
            svg.raw("<path d=\"M%s %sl5 5-5 5-5-5z\"/>".formatted(number(x), number(anchor - 5)));
            String leaf = String.valueOf(mark.leaf().getAsLong());
            if (leaf.length() * 6.4 < score.column()) {
                svg.text(x, anchor + 17, "", leaf);
            }
        }
        svg.raw("</a>");
    }

    /// What is read aloud, and shown under the pointer.
    private String name(Mark mark, Detail detail) {
        String kind = words.say("short." + mark.event().kind().code());
        StringBuilder name = new StringBuilder();
        if (detail.atMost(Detail.SHORT_NAMES)) {
            name.append(mark.number()).append(". ").append(kind);
        } else {
            name.append(words.say(
                    "mark",
                    mark.number(),
                    kind,
                    subject.name(mark.state()),
                    CustodyPicture.role(mark.event(), words),
                    times.moment(mark.event().at())));
        }
        mark.leaf().ifPresent(leaf -> name.append(". ").append(words.say("mark.leaf", leaf)));
        CustodyPicture.breaks(mark, words).forEach(text -> name.append(". ").append(text));
        return name.toString();
    }

    private static String shape(Mark mark, double x, double y) {
        if (mark.fault()) {
            return "<g class=\"break\" fill=\"none\" stroke=\"%s\" stroke-width=\"2.5\"><circle cx=\"%s\" cy=\"%s\" r=\"8\"/>"
                            .formatted(BREAK, number(x), number(y))
                    + "<path d=\"M%s %sl9 9m0-9l-9 9\"/></g>".formatted(number(x - 4.5), number(y - 4.5));
        }
        if (mark.event().kind() == Kind.DESTROYED) {
            return "<path d=\"M%s %sh12v12h-12z\"/>".formatted(number(x - 6), number(y - 6));
        }
        String circle = "<circle cx=\"%s\" cy=\"%s\" r=\"".formatted(number(x), number(y));
        return mark.byPerson()
                ? circle + "6\"/>"
                : circle + "5\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>";
    }

    /// The legend and what has to be said about the picture.
    ///
    /// @return the height of the whole
    private double foot(Svg svg, Score score, List<Mark> drawn, double top) {
        List<String> notes = new ArrayList<>();
        double y = top + 8;
        if (drawn.isEmpty()) {
            notes.add(words.say("picture.nothing"));
        } else {
            long broken = marks.stream().filter(Mark::broken).count();
            y = new Legend(svg, score, words, width, broken).draw(drawn, y);
            notes.add(words.say("picture.times", times.name()));
            notes.add(words.say("picture.numbers"));
        }
        if (drawn.size() < marks.size()) {
            notes.add(words.say("picture.left-out", drawn.size(), marks.size()));
        }
        for (String note : notes) {
            for (String text : Lettering.lines(note, (width - 2 * Score.MARGIN) / 11, 4)) {
                y += 15;
                svg.text(score.side(), y, "", text);
            }
        }
        return y + 8;
    }
}
