package comity.vault.picture;

import static comity.vault.picture.Svg.number;

import comity.vault.CustodyEvent.Kind;
import java.util.ArrayList;
import java.util.List;

/// What the signs in the picture mean. Breaks are always explained, with how many there are, because
/// "none" is an answer too; the others only when they occur.
final class Legend {
    private static final double SAMPLE = 30;
    private static final double LINE = 18;

    /// @param sample SVG around the point 0 0, at most [#SAMPLE] wide
    private record Item(String sample, String text) {}

    private final Svg svg;
    private final Score score;
    private final Words words;
    private final double width;
    private final long breaks;

    /// @param breaks how many events show a break, drawn or not
    Legend(Svg svg, Score score, Words words, double width, long breaks) {
        this.svg = svg;
        this.score = score;
        this.words = words;
        this.width = width;
        this.breaks = breaks;
    }

    /// @return where the legend ends
    double draw(List<Mark> drawn, double top) {
        List<Item> items = items(drawn);
        int columns = width < 560 ? 1 : 2;
        int rows = Math.ceilDiv(items.size(), columns);
        double room = (width - 2 * Score.MARGIN) / columns;
        for (int i = 0; i < items.size(); i++) {
            double x = Score.MARGIN + room * (i / rows);
            double y = top + LINE * (i % rows) + LINE / 2;
            svg.raw("<g transform=\"translate(%s %s)\">".formatted(number(score.along(x + SAMPLE / 2)), number(y)))
                    .raw(items.get(i).sample())
                    .raw("</g>");
            String text = Lettering.lines(items.get(i).text(), (room - SAMPLE - 14) / 11, 1)
                    .getFirst();
            svg.text(score.along(x + SAMPLE + 8), y + 4, "", text);
        }
        return top + LINE * rows;
    }

    private List<Item> items(List<Mark> drawn) {
        List<Item> items = new ArrayList<>();
        if (drawn.stream().anyMatch(Mark::byPerson)) {
            items.add(new Item("<circle r=\"6\"/>", words.say("legend.person")));
        }
        if (drawn.stream().anyMatch(mark -> !mark.byPerson())) {
            items.add(new Item(
                    "<circle r=\"5\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>",
                    words.say("legend.system")));
        }
        if (drawn.stream().anyMatch(mark -> mark.event().kind() == Kind.DESTROYED)) {
            items.add(new Item("<path d=\"M-6-6h12v12h-12z\"/>", words.say("legend.destroyed")));
        }
        if (drawn.stream().anyMatch(mark -> mark.leaf().isPresent())) {
            items.add(new Item("<path d=\"M0-5l5 5-5 5-5-5z\"/>", words.say("legend.anchored")));
        }
        items.add(new Item(
                "<path class=\"break\" stroke=\"#d93a32\" stroke-width=\"3\" d=\"M-5-5l10 10m0-10l-10 10\"/>",
                words.say("legend.broken", breaks == 0 ? words.say("legend.none") : String.valueOf(breaks))));
        if (drawn.stream().anyMatch(Mark::sealedAfter)) {
            items.add(new Item(
                    "<path stroke=\"currentColor\" stroke-width=\"7\" stroke-opacity=\".65\""
                            + " stroke-dasharray=\"1.6 2.4\" d=\"M-15 0h30\"/>",
                    words.say("legend.sealed")));
        }
        items.add(new Item(
                "<path stroke=\"currentColor\" stroke-width=\"2\" d=\"M-15 0h30\"/>", words.say("legend.open")));
        if (drawn.stream().anyMatch(mark -> mark.from().isPresent())) {
            items.add(new Item(
                    "<path stroke=\"currentColor\" stroke-width=\"1.5\" d=\"M-15-2h30M-15 2h30\"/>",
                    words.say("legend.transfer")));
        }
        return items;
    }
}
