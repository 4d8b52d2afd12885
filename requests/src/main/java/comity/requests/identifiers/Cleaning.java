package comity.requests.identifiers;

import java.util.Locale;
import java.util.regex.Pattern;

/// Takes away what copying and caution leave in an identifier, and says so.
final class Cleaning {
    /// Zero-width signs, marks of direction, the soft hyphen and the byte order mark: nobody sees them, every
    /// comparison does.
    private static final Pattern HIDDEN =
            Pattern.compile("[\\u00AD\\u034F\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

    private static final Pattern DEFANGED_DOT = Pattern.compile("\\[\\.]|\\(\\.\\)|\\{\\.}|\\[dot]");
    private static final Pattern DEFANGED_AT = Pattern.compile("\\[@]|\\[at]|\\(at\\)");
    private static final Pattern DEFANGED_SCHEME = Pattern.compile("^hxxp", Pattern.CASE_INSENSITIVE);

    private Cleaning() {}

    /// Whatever is hidden goes; a full-width or Arabic-Indic digit becomes the plain one.
    static String clean(String typed, Findings findings) {
        String seen = HIDDEN.matcher(typed).replaceAll("").strip();
        if (!seen.equals(typed.strip())) {
            findings.warns("hidden-characters", "value", seen);
        }
        return plainDigits(seen);
    }

    /// Undoes what analysts do so that nobody clicks: `203.0.113[.]7`, `hxxps://`.
    static String refanged(String text, Findings findings) {
        String dots = DEFANGED_DOT.matcher(text).replaceAll(".");
        String ats = DEFANGED_AT.matcher(dots).replaceAll("@");
        String whole = DEFANGED_SCHEME.matcher(ats).replaceFirst("http");
        if (!whole.equals(text)) {
            findings.advises("defanged", "value", whole);
        }
        return whole;
    }

    static String plainDigits(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(sign -> {
            int digit = sign > 127 && Character.isDigit(sign) ? Character.digit(sign, 10) : -1;
            plain.appendCodePoint(digit >= 0 ? '0' + digit : sign);
        });
        return plain.toString();
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
