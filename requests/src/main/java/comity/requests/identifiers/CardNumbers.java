package comity.requests.identifiers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds full card numbers in any text, and cuts them to what may be kept: the first six digits and the last
/// four.
///  A number counts when a card could carry it: fifteen or sixteen digits in one piece or in the groups that are
/// printed on cards, a beginning that issuers use, and a check digit that holds. Longer numbers are left alone;
/// many platforms count their accounts with seventeen digits and more.
public final class CardNumbers {
    private static final Pattern WRITTEN = Pattern.compile("(?<!\\p{Nd})(?:\\p{Nd}{15,16}"
            + "|\\p{Nd}{4}([ \\u00A0.-])\\p{Nd}{4}\\1\\p{Nd}{4}\\1\\p{Nd}{4}"
            + "|\\p{Nd}{4}([ \\u00A0.-])\\p{Nd}{6}\\2\\p{Nd}{5})(?!\\p{Nd})");
    private static final Pattern ISSUED = Pattern.compile("4.{15}|5[1-5].{14}|2[2-7].{14}|6.{15}|3[47].{13}");

    private CardNumbers() {}

    /// Whether a full card number stands in the text.
    public static boolean standIn(String text) {
        return WRITTEN.matcher(text).results().anyMatch(number -> isIssued(digits(number.group())));
    }

    /// The text with every full card number cut to its first six and last four digits.
    public static String masked(String text) {
        return WRITTEN.matcher(text)
                .replaceAll(number -> Matcher.quoteReplacement(
                        isIssued(digits(number.group())) ? ends(digits(number.group())) : number.group()));
    }

    /// The first six and the last four of at least ten digits.
    static String ends(String digits) {
        return digits.substring(0, 6) + "******" + digits.substring(digits.length() - 4);
    }

    private static boolean isIssued(String digits) {
        return ISSUED.matcher(digits).matches() && Luhn.holds(digits);
    }

    private static String digits(String written) {
        return Cleaning.plainDigits(written).replaceAll("[^0-9]", "");
    }
}
