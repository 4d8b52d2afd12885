package comity.kernel;

import java.util.regex.Pattern;

/// What somebody else wrote, made fit for a line of a log and a column of a table: no control characters,
/// which could forge a line or break an insert, and no more than a few hundred characters.
public final class OneLine {
    /// Longer texts end here.
    public static final int LONGEST = 500;

    /// Control and format characters, halves of surrogates, and the separators of lines and paragraphs.
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    private OneLine() {}

    /// The text on one line; `?` stands for each character that does not fit.
    public static String of(String text) {
        String begun = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        return UNFIT.matcher(begun).replaceAll("?");
    }
}
