package comity.vault.picture;

import comity.kernel.OneLine;
import java.util.regex.Pattern;

/// What somebody else wrote, on its way to a page: one line, no signs that steer the direction of
/// writing, nothing that an XML document cannot hold.
final class Foreign {
    /// No characters at all, by Unicode; an XML reader stops at two of them.
    private static final Pattern NO_CHARACTER = Pattern.compile("[\\uFDD0-\\uFDEF\\uFFFE\\uFFFF]");

    private Foreign() {}

    static String clean(String text) {
        return NO_CHARACTER.matcher(OneLine.of(text)).replaceAll("?");
    }

    /// The beginning of a text, counted in characters as Unicode counts them.
    static String cut(String text, int longest) {
        String clean = clean(text);
        if (clean.codePointCount(0, clean.length()) <= longest) {
            return clean;
        }
        return clean.substring(0, clean.offsetByCodePoints(0, longest - 1)) + "…";
    }
}
