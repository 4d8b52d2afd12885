package comity.safeguards;

import java.text.BreakIterator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Counts words so that nobody can fill a minimum with one word said forty times.
final class Words {
    private Words() {}

    /// How many words a text has. A word that comes again counts, but the text never counts as more than four
    /// times its different words: sentences repeat *the* and *of*, they do not repeat themselves. Chinese has no
    /// spaces; there a sign counts as half a word, which is close to its average.
    static int count(String text) {
        BreakIterator breaks = BreakIterator.getWordInstance(Locale.ROOT);
        breaks.setText(text);
        int words = 0;
        int signs = 0;
        Set<String> different = new HashSet<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            String piece = text.substring(start, end);
            int ideographs =
                    (int) piece.codePoints().filter(Character::isIdeographic).count();
            if (ideographs > 0) {
                signs += ideographs;
                piece.codePoints().forEach(sign -> different.add(Character.toString(sign)));
            } else if (piece.codePoints().anyMatch(Character::isLetterOrDigit)) {
                words++;
                different.add(piece.toLowerCase(Locale.ROOT));
            }
        }
        return Math.min(words + signs / 2, different.size() * 4);
    }
}
