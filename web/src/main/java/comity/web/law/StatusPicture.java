package comity.web.law;

import comity.api.law.TreatyTable;
import comity.web.Page;
import gg.jte.Content;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/// How far the Convention is, drawn: one box for each instrument that is needed, and a line of deposits over time. Both
/// carry their words for those who do not see them, and the table below says the same.
public final class StatusPicture {
    private static final int BOX = 16;
    private static final int GAP = 3;
    private static final int IN_A_ROW = 20;
    private static final int WIDE = 640;
    private static final int HIGH = 150;
    private static final int EDGE = 24;

    private final Page page;
    private final TreatyTable table;
    private final List<LocalDate> deposits;

    /// @param deposits the days of the instruments that count, in order
    StatusPicture(Page page, TreatyTable table, List<LocalDate> deposits) {
        this.page = page;
        this.table = table;
        this.deposits = List.copyOf(deposits);
    }

    /// A box for each instrument; those that are only reported, and those that are supposed, look different.
    public Content boxes() {
        int rows = (table.needed() + IN_A_ROW - 1) / IN_A_ROW;
        StringBuilder svg =
                new StringBuilder("<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\" class=\"boxes\">"
                        .formatted(
                                IN_A_ROW * (BOX + GAP),
                                rows * (BOX + GAP),
                                escaped(page.t(
                                        "law.status.counted", "counted", table.counted(), "needed", table.needed()))));
        int supposed = (int) table.supposed().size();
        for (int i = 0; i < Math.max(table.needed(), 0); i++) {
            int column = page.language().isRightToLeft() ? IN_A_ROW - 1 - i % IN_A_ROW : i % IN_A_ROW;
            svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"2\" class=\"%s\"/>"
                    .formatted(
                            column * (BOX + GAP) + 1,
                            i / IN_A_ROW * (BOX + GAP) + 1,
                            BOX - 1,
                            BOX - 1,
                            look(i, supposed)));
        }
        String whole = svg.append("</svg>").toString();
        return output -> output.writeContent(whole);
    }

    private String look(int box, int supposed) {
        if (box >= table.counted()) {
            return "none";
        }
        if (box >= table.counted() - supposed) {
            return "maybe";
        }
        return box < table.seen() ? "full" : "half";
    }

    /// Whether there is a line to draw.
    public boolean hasLine() {
        return deposits.size() > 1;
    }

    /// The number of instruments that count, over time.
    public Content line() {
        LocalDate first = deposits.getFirst();
        long days = Math.max(1, ChronoUnit.DAYS.between(first, table.on()));
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < deposits.size(); i++) {
            double x = x(ChronoUnit.DAYS.between(first, deposits.get(i)), days);
            path.append(i == 0 ? "M%s %s".formatted(number(x), number(y(0))) : "H" + number(x))
                    .append('V')
                    .append(number(y(i + 1)));
        }
        path.append('H').append(number(x(days, days)));
        String svg = """
                <svg viewBox="0 0 %d %d" role="img" aria-label="%s" class="course">\
                <path class="goal" d="M%d %sH%d"/><text x="%d" y="%s">%d</text>\
                <path class="steps" d="%s"/>\
                <text x="%d" y="%d">%s</text><text x="%d" y="%d" text-anchor="end">%s</text></svg>""".formatted(
                        WIDE,
                        HIGH,
                        escaped(page.t(
                                "law.timeline.text",
                                "counted",
                                table.counted(),
                                "needed",
                                table.needed(),
                                "day",
                                Days.of(table.on(), page.language()))),
                        EDGE,
                        number(y(table.needed())),
                        WIDE - EDGE,
                        0,
                        number(y(table.needed()) + 4),
                        table.needed(),
                        path,
                        EDGE,
                        HIGH - 4,
                        first,
                        WIDE - EDGE,
                        HIGH - 4,
                        table.on());
        return output -> output.writeContent(svg);
    }

    private static double x(long day, long days) {
        return EDGE + (double) day / days * (WIDE - 2 * EDGE);
    }

    private double y(int count) {
        return HIGH - EDGE - (double) count / Math.max(table.needed(), deposits.size()) * (HIGH - 2 * EDGE);
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
