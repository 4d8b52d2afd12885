package comity.requests.identifiers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Payment cards by their first six or eight digits (the bank) and their last four. That is enough to find the
/// card, and not enough to use it: a full number is never kept and never shown back.
final class Cards {
    /// Digits as people group them, with room for spaces and hyphens between.
    private static final Pattern RUN = Pattern.compile("(?<![0-9])[0-9](?:[ \\u00A0-]?[0-9]){12,18}(?![0-9])");

    private static final Pattern ISSUED =
            Pattern.compile("4(?:.{12}|.{15}|.{18})|5[1-5].{14}|2[2-7].{14}|3[47].{13}|6.{15,18}");
    private static final Pattern FIRST_AND_LAST = Pattern.compile("[^0-9]*([0-9]{6}|[0-9]{8})[^0-9]+([0-9]{4})");

    private Cards() {}

    static void check(String value, Findings findings) {
        if (value.replaceAll("[^0-9]", "").length() > 12) {
            findings.normalised(masked(value)).notKeepable().blocks("card-full-number");
            return;
        }
        Matcher parts = FIRST_AND_LAST.matcher(value);
        if (!parts.matches()) {
            parts = FIRST_AND_LAST.matcher(value.replaceAll("[ \\u00A0-]", ""));
        }
        if (parts.matches()) {
            findings.normalised(parts.group(1) + "******" + parts.group(2))
                    .part("bin", parts.group(1))
                    .part("last4", parts.group(2));
        } else if (value.matches("[^0-9]*[0-9]{4}")) {
            String last = value.substring(value.length() - 4);
            findings.normalised(last).part("last4", last).warns("card-without-bank-digits", "value", last);
        } else {
            findings.blocks("card-malformed", "value", value);
        }
    }

    /// Whether a text holds what is in all likelihood a whole card number: a length and a beginning that are
    /// issued, and a check digit that holds.
    static boolean holdsFullNumber(String text) {
        return RUN.matcher(text)
                .results()
                .map(run -> run.group().replaceAll("[^0-9]", ""))
                .anyMatch(digits -> ISSUED.matcher(digits).matches() && Luhn.holds(digits));
    }

    /// The first six and the last four digits; a text without so many digits loses them all.
    static String masked(String text) {
        String digits = text.replaceAll("[^0-9]", "");
        return digits.length() < 13
                ? text.replaceAll("[0-9]", "*")
                : digits.substring(0, 6) + "******" + digits.substring(digits.length() - 4);
    }
}
