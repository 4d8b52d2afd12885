package comity.requests.identifiers;

/// The check digit of cards and devices (ISO/IEC 7812-1, annex B).
final class Luhn {
    private Luhn() {}

    /// Whether the last digit is the check digit of those before it.
    static boolean holds(String digits) {
        return sum(digits, false) % 10 == 0;
    }

    /// The digit to put behind these.
    static int checkDigit(String digits) {
        return (10 - sum(digits, true) % 10) % 10;
    }

    private static int sum(String digits, boolean doubleLast) {
        int sum = 0;
        boolean doubled = doubleLast;
        for (int i = digits.length() - 1; i >= 0; i--) {
            int digit = digits.charAt(i) - '0';
            int value = doubled ? digit * 2 : digit;
            sum += value > 9 ? value - 9 : value;
            doubled = !doubled;
        }
        return sum;
    }
}
