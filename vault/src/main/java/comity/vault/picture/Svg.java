package comity.vault.picture;

import java.util.Locale;

/// Writes a drawing in as few bytes as it takes. Texts are escaped here and nowhere else.
final class Svg {
    private final StringBuilder out = new StringBuilder(16 * 1024);

    /// Adds what is written in this program.
    Svg raw(String markup) {
        out.append(markup);
        return this;
    }

    Svg element(String name, String text) {
        out.append('<').append(name).append('>');
        escape(text);
        out.append("</").append(name).append('>');
        return this;
    }

    /// @param more attributes with a space before them, or nothing
    Svg text(double x, double y, String more, String text) {
        out.append("<text x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append('"');
        out.append(more).append('>');
        escape(text);
        out.append("</text>");
        return this;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            switch (sign) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                default -> out.append(sign);
            }
        }
    }

    /// A place in the drawing, to a tenth of a pixel.
    static String number(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : String.format(Locale.ROOT, "%.1f", tenths / 10.0);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
