package comity.requests.identifiers;

import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Telephone numbers, subscriptions and handsets.
final class Telephones {
    private static final Set<String> CALLING_CODES =
            Table.read("calling-codes.txt").keySet();

    private Telephones() {}

    /// ITU-T E.164: up to fifteen digits, which begin with a calling code. A number without one rings somebody
    /// else abroad, so it is asked for and never guessed.
    static void checkNumber(String value, Findings findings) {
        String number = value.replaceFirst("^(?i)tel:", "").replaceAll("[\\s\\u00A0.\\-/\\u2010-\\u2015]", "");
        if (number.startsWith("+") && number.contains("(0)")) {
            number = number.replace("(0)", "");
            findings.advises("phone-trunk-zero-dropped", "value", number.replaceAll("[()]", ""));
        }
        number = number.replaceAll("[()]", "");
        if (number.startsWith("00")) {
            number = "+" + number.substring(2);
        }
        if (!number.matches("\\+?[0-9]+")) {
            findings.blocks("phone-malformed", "value", value);
            return;
        }
        if (!number.startsWith("+")) {
            withoutCallingCode(number, findings);
            return;
        }
        String digits = number.substring(1);
        if (digits.length() < 7 || digits.length() > 15) {
            findings.blocks("phone-length", "value", number, "digits", Integer.toString(digits.length()));
            return;
        }
        findings.normalised(number);
        callingCode(digits)
                .or(() -> exampleCode(digits, findings))
                .ifPresentOrElse(
                        code -> findings.part("callingCode", code),
                        () -> findings.blocks("phone-calling-code-unknown", "value", "+" + digits));
    }

    private static void withoutCallingCode(String number, Findings findings) {
        Optional<String> code = findings.context().callingCode();
        if (code.isPresent()) {
            String suggestion = "+" + code.get() + number.replaceFirst("^0", "");
            findings.blocks("phone-country-suggested", "value", number, "suggestion", suggestion);
        } else {
            findings.blocks("phone-country-unknown", "value", number);
        }
    }

    private static Optional<String> callingCode(String digits) {
        return IntStream.rangeClosed(1, 3)
                .mapToObj(length -> digits.substring(0, length))
                .filter(CALLING_CODES::contains)
                .findFirst();
    }

    /// The code 999 is given to nobody, so that numbers of the demonstration world ring nowhere.
    private static Optional<String> exampleCode(String digits, Findings findings) {
        return findings.context().drill() && digits.startsWith("999") ? Optional.of("999") : Optional.empty();
    }

    /// ITU-T E.212: three digits of country, two or three of network, the rest the subscriber.
    static void checkImsi(String value, Findings findings) {
        String digits = value.replaceAll("[\\s-]", "");
        if (!digits.matches("[0-9]{14,15}")) {
            findings.blocks("imsi-malformed", "value", value);
            return;
        }
        findings.normalised(digits).part("country", digits.substring(0, 3));
        if (!digits.matches("(?:[2-7]..|901).*") && !isTestNetwork(digits, findings)) {
            findings.warns("imsi-country-unknown", "value", digits, "country", digits.substring(0, 3));
        }
    }

    private static boolean isTestNetwork(String imsi, Findings findings) {
        return findings.context().drill() && (imsi.startsWith("001") || imsi.startsWith("999"));
    }

    /// 3GPP TS 23.003: fourteen digits and a check digit, or sixteen with the version of the software.
    static void checkImei(String value, Findings findings) {
        String digits = value.replaceAll("[\\s/.-]", "");
        switch (digits.matches("[0-9]+") ? digits.length() : 0) {
            case 14 -> {
                String whole = digits + Luhn.checkDigit(digits);
                findings.normalised(whole).advises("imei-check-digit-added", "value", whole);
            }
            case 15 -> {
                findings.normalised(digits);
                if (!Luhn.holds(digits)) {
                    findings.blocks("imei-check-digit", "value", digits);
                }
            }
            case 16 -> findings.normalised(digits).advises("imei-with-software-version", "value", digits);
            default -> findings.blocks("imei-malformed", "value", value);
        }
    }
}
