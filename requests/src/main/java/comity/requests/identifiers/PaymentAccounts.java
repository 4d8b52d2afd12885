package comity.requests.identifiers;

import comity.kernel.Complaint.Weight;
import java.math.BigInteger;
import java.util.Map;
import java.util.stream.Collectors;

/// Bank accounts: an IBAN (ISO 13616) where there is one, otherwise the bank's own number with the bank's name.
final class PaymentAccounts {
    private static final Map<String, Integer> LENGTHS = Table.read("iban-lengths.txt").entrySet().stream()
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Integer.parseInt(entry.getValue())));

    private PaymentAccounts() {}

    static void check(String value, Findings findings) {
        String bare = Cleaning.upper(value.replaceFirst("^(?i)IBAN[:\\s]*", "").replaceAll("[\\s.\\-]", ""));
        if (bare.matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{4,}")) {
            checkIban(bare, findings);
            return;
        }
        if (CardNumbers.standIn(value)) {
            findings.normalised(CardNumbers.masked(value)).notKeepable().blocks("card-full-number");
            return;
        }
        if (findings.context().service().isBlank()) {
            findings.at("service", Weight.WARNS, "account-without-bank", "value", value);
        }
    }

    private static void checkIban(String iban, Findings findings) {
        String country = iban.substring(0, 2);
        findings.normalised(iban).decoded(iban.replaceAll("(.{4})(?!$)", "$1 ")).part("country", country);
        if (findings.context().drill() && iban.startsWith("00DEMO", 2)) {
            return;
        }
        Integer length = LENGTHS.get(country);
        if (length == null) {
            findings.warns("iban-country-unknown", "value", iban, "country", country);
        } else if (length != iban.length()) {
            findings.blocks(
                    "iban-length",
                    "value",
                    iban,
                    "country",
                    country,
                    "expected",
                    length.toString(),
                    "given",
                    Integer.toString(iban.length()));
            return;
        }
        if (!checkDigitsHold(iban)) {
            findings.blocks("iban-check-digits", "value", iban);
        }
    }

    /// The first four signs behind the rest, letters as 10 to 35: the remainder by 97 is 1.
    static boolean checkDigitsHold(String iban) {
        String turned = iban.substring(4) + iban.substring(0, 4);
        String digits = turned.chars()
                .mapToObj(sign -> Integer.toString(Character.digit(sign, 36)))
                .collect(Collectors.joining());
        return new BigInteger(digits).mod(BigInteger.valueOf(97)).intValueExact() == 1;
    }
}
