package comity.cli.screen;

/// Takes out of a text what a terminal would obey instead of show: control characters, and the marks that turn
/// the direction of writing so that one identifier can pass for another.
final class Clean {
    private Clean() {}

    /// For one line: line ends become spaces.
    static String line(String text) {
        return text(text.replaceAll("\\s*\\R\\s*", " ").replace('\t', ' '));
    }

    /// For a text of several lines.
    static String text(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().filter(Clean::isShown).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /// For JSON: the same characters stay, written as escapes that no terminal obeys.
    static String json(String json) {
        StringBuilder clean = new StringBuilder(json.length());
        json.codePoints().forEach(c -> {
            if (isShown(c)) {
                clean.appendCodePoint(c);
            } else {
                clean.append("\\u%04x".formatted(c));
            }
        });
        return clean.toString();
    }

    private static boolean isShown(int c) {
        if (c == '\n') {
            return true;
        }
        boolean turnsDirection = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        boolean hidden = c == 0x2028 || c == 0x2029 || c == 0xFEFF;
        return !Character.isISOControl(c) && !turnsDirection && !hidden;
    }
}
