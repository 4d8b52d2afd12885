package comity.benchmarks;

import java.util.List;
import java.util.Locale;

/// A growth as an SVG: size to the right, value upwards, both logarithmic, a tick at every factor of
/// ten.
final class SvgPicture {
    private static final int WIDTH = 640;
    private static final int PLOT = 230;
    private static final int LEFT = 70;
    private static final int RIGHT = 45;
    private static final int HEAD = 40;
    private static final int NAME = 18;
    private static final int BOTTOM = 50;
    private static final List<String> COLOURS = List.of("#1d5fa8", "#2a7d3f", "#a8401d", "#6b3fa0", "#888888");

    private final Growth growth;
    private final int top;
    private final int bottom;
    private final Axis across;
    private final Axis up;
    private final StringBuilder drawn = new StringBuilder();

    private SvgPicture(Growth growth) {
        this.growth = growth;
        this.top = HEAD + NAME * growth.lines().size();
        this.bottom = top + PLOT;
        var points =
                growth.lines().stream().flatMap(line -> line.points().stream()).toList();
        this.across = Axis.over(points.stream().mapToDouble(Growth.Point::size).toArray(), LEFT, WIDTH - RIGHT);
        this.up = Axis.over(points.stream().mapToDouble(Growth.Point::value).toArray(), bottom, top);
    }

    static String of(Growth growth) {
        SvgPicture picture = new SvgPicture(growth);
        picture.frame();
        for (int i = 0; i < growth.lines().size(); i++) {
            picture.line(growth.lines().get(i), COLOURS.get(i % COLOURS.size()), i);
        }
        return picture.drawn.append("</svg>\n").toString();
    }

    private void frame() {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">",
                WIDTH, bottom + BOTTOM);
        add("<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
        add("<title>%s</title>", safe(growth.title()));
        text(LEFT, 20, "start", growth.title() + " (" + growth.unit() + ")");
        text(WIDTH - RIGHT, bottom + BOTTOM - 10, "end", growth.sizeName());
        for (int power = across.lowest; power <= across.highest; power++) {
            double x = across.place(Math.pow(10, power));
            add("<path d=\"M%.1f %d V%d\" stroke=\"#ddd\"/>", x, top, bottom);
            text(x, bottom + 18, "middle", Numbers.shown(Math.pow(10, power)));
        }
        for (int power = up.lowest; power <= up.highest; power++) {
            double y = up.place(Math.pow(10, power));
            add("<path d=\"M%d %.1f H%d\" stroke=\"#ddd\"/>", LEFT, y, WIDTH - RIGHT);
            text(LEFT - 8, y + 4, "end", Numbers.shown(Math.pow(10, power)));
        }
    }

    private void line(Growth.Line line, String colour, int place) {
        StringBuilder path = new StringBuilder();
        for (Growth.Point point : line.points()) {
            double x = across.place(point.size());
            double y = up.place(point.value());
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f ", path.isEmpty() ? "M" : "L", x, y));
            add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>", x, y, colour);
        }
        add(
                "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>",
                path.toString().strip(), colour);
        add("<rect x=\"%d\" y=\"%d\" width=\"10\" height=\"10\" fill=\"%s\"/>", LEFT, HEAD - 6 + NAME * place, colour);
        text(LEFT + 16, HEAD + 4 + NAME * place, "start", line.name());
    }

    private void text(double x, double y, String anchor, String words) {
        add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, safe(words));
    }

    private static String safe(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;");
    }

    private void add(String format, Object... parts) {
        drawn.append(String.format(Locale.ROOT, format, parts)).append('\n');
    }

    /// A logarithmic axis from one power of ten to another.
    private record Axis(int lowest, int highest, double from, double to) {
        static Axis over(double[] values, double from, double to) {
            double least = Double.MAX_VALUE;
            double most = Double.MIN_VALUE;
            for (double value : values) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            int lowest = (int) Math.floor(Math.log10(least));
            return new Axis(lowest, Math.max(lowest + 1, (int) Math.ceil(Math.log10(most))), from, to);
        }

        double place(double value) {
            return from + (to - from) * (Math.log10(value) - lowest) / (highest - lowest);
        }
    }
}
