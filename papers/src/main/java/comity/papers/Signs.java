package comity.papers;

import java.util.regex.Pattern;

/// Signs that no font of ours has, or that a page cannot hold.
final class Signs {
    /// What steers the direction of writing, and what is no character; the printer would show a box for
    /// each.
    private static final Pattern UNPRINTABLE =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\uFDD0-\\uFDEF\\uFFFE\\uFFFF&&[^\\n\\t]]");

    /// The narrow space before French signs.
    private static final char NARROW = '\u202F';

    private static final char UNBROKEN = '\u00A0';

    private Signs() {}

    static String plain(String text) {
        return UNPRINTABLE.matcher(text).replaceAll("").replace(NARROW, UNBROKEN);
    }
}
