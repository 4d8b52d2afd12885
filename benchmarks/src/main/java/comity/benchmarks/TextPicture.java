package comity.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A growth drawn with letters: a bar for each point, as long as the logarithm of its value.
final class TextPicture {
    private static final int WIDEST = 40;

    private TextPicture() {}

    static List<String> of(Growth growth) {
        List<String> drawn = new ArrayList<>();
        drawn.add("");
        drawn.add("   " + growth.title() + " (" + growth.unit() + ", bars logarithmic)");
        double least = growth.lines().stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Growth.Point::value)
                .min()
                .orElse(1);
        double most = growth.lines().stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Growth.Point::value)
                .max()
                .orElse(1);
        // A tenfold span at the least, so that a flat line looks flat.
        double span = Math.max(1, Math.log10(most / least) + 0.3);
        for (Growth.Line line : growth.lines()) {
            drawn.add("   " + line.name());
            for (Growth.Point point : line.points()) {
                int length = (int) Math.round(WIDEST * (Math.log10(point.value() / least) + 0.3) / span);
                drawn.add(String.format(
                        Locale.ROOT,
                        "   %12s %s %s",
                        Numbers.shown(point.size()),
                        "█".repeat(Math.clamp(length, 1, WIDEST)),
                        Numbers.shown(point.value())));
            }
        }
        return drawn;
    }
}
