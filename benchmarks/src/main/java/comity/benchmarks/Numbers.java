package comity.benchmarks;

import java.util.Locale;

/// Numbers as a reader wants them: three digits that mean something, thousands set apart.
public final class Numbers {
    private Numbers() {}

    public static String shown(double value) {
        double size = Math.abs(value);
        if (size >= 100 || value == Math.rint(value)) {
            return String.format(Locale.ROOT, "%,d", Math.round(value)).replace(',', '\u00a0');
        }
        return String.format(Locale.ROOT, size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f", value);
    }
}
