package comity.vault.picture;

import java.util.ArrayList;
import java.util.List;

/// Breaks a text into lines. A drawing does not wrap by itself, and nothing here knows the reader's
/// font, so the width of a letter is estimated, rather too wide than too narrow.
final class Lettering {
    private Lettering() {}

    /// The width of a text in the units of its font size.
    static double width(String text) {
        return text.codePoints().mapToDouble(Lettering::width).sum();
    }

    private static double width(int letter) {
        if (isHan(letter)) {
            return 1.0;
        }
        if (letter == ' ' || letter == '.' || letter == ',') {
            return 0.3;
        }
        if (Character.isUpperCase(letter)) {
            return 0.68;
        }
        return switch (Character.UnicodeScript.of(letter)) {
            case ARABIC -> 0.48;
            case CYRILLIC -> 0.58;
            default -> 0.54;
        };
    }

    private static boolean isHan(int letter) {
        return letter >= 0x2E80 && letter <= 0x9FFF || letter >= 0xFF00 && letter <= 0xFFEF;
    }

    /// @param room how much fits into a line, in the units of the font size
    /// @param most the number of lines; when more would be needed the last one ends in `…`
    static List<String> lines(String text, double room, int most) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : pieces(text)) {
            if (!line.isEmpty() && width(line + piece.stripTrailing()) > room) {
                lines.add(line.toString().strip());
                line.setLength(0);
            }
            line.append(piece);
        }
        lines.add(line.toString().strip());
        List<String> kept = new ArrayList<>(lines.subList(0, Math.min(most, lines.size())));
        String last = kept.getLast();
        if (lines.size() > most || width(last) > room) {
            kept.set(kept.size() - 1, shortened(last, room));
        }
        return kept;
    }

    private static String shortened(String text, double room) {
        int[] letters = text.codePoints().toArray();
        int length = letters.length;
        while (length > 1 && width(new String(letters, 0, length)) > room - 1) {
            length--;
        }
        return new String(letters, 0, length).strip() + "…";
    }

    /// Words with the space behind them; Chinese may break behind each sign, but no line begins with a
    /// full stop.
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int[] letters = text.codePoints().toArray();
        for (int i = 0; i < letters.length; i++) {
            piece.appendCodePoint(letters[i]);
            boolean closes = i + 1 < letters.length && "，。；：、）》”".indexOf(letters[i + 1]) >= 0;
            if (letters[i] == ' ' || isHan(letters[i]) && "（《“".indexOf(letters[i]) < 0 && !closes) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }
}
