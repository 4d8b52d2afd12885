package comity.requests.identifiers;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;

/// Counts the words of a text in any of the six languages; Chinese by the dictionary, as it has no spaces.
final class WordCount {
    private WordCount() {}

    static int of(String text) {
        BreakIterator words = BreakIterator.getWordInstance(ULocale.ROOT);
        words.setText(text);
        int count = 0;
        words.first();
        while (words.next() != BreakIterator.DONE) {
            if (words.getRuleStatus() != BreakIterator.WORD_NONE) {
                count++;
            }
        }
        return count;
    }
}
