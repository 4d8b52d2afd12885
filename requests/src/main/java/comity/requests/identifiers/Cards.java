package comity.requests.identifiers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Payment cards by their first six or eight digits (the bank) and their last four. That is enough to find the
/// card, and not enough to use it: a full number is never kept and never shown back.
final class Cards {
    private static final Pattern FIRST_AND_LAST = Pattern.compile("[^0-9]*([0-9]{6}|[0-9]{8})[^0-9]+([0-9]{4})");

    /// Eight for the bank and four at the end.
    private static final int MOST_DIGITS = 12;

    private Cards() {}

    static void check(String value, Findings findings) {
        String digits = value.replaceAll("[^0-9]", "");
        if (digits.length() > MOST_DIGITS) {
            // Whether the check digit holds does not matter: a mistyped number is still most of somebody's card.
            findings.normalised(CardNumbers.ends(digits)).notKeepable().blocks("card-full-number");
            return;
        }
        Matcher parts = FIRST_AND_LAST.matcher(value);
        if (!parts.matches()) {
            parts = FIRST_AND_LAST.matcher(value.replaceAll("[ \\u00A0-]", ""));
        }
        if (parts.matches()) {
            findings.normalised(CardNumbers.ends(parts.group(1) + parts.group(2)))
                    .part("bin", parts.group(1))
                    .part("last4", parts.group(2));
        } else if (value.matches("[^0-9]*[0-9]{4}")) {
            String last = value.substring(value.length() - 4);
            findings.normalised(last).part("last4", last).warns("card-without-bank-digits", "value", last);
        } else {
            findings.blocks("card-malformed", "value", value);
        }
    }
}
