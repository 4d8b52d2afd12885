package comity.requests.identifiers;

import comity.kernel.Complaint.Weight;

/// Accounts by the provider's own number, and names that people chose.
final class Accounts {
    private Accounts() {}

    static void checkAccountId(String value, Findings findings) {
        needService(findings);
        if (!isCardNumber(value, findings)) {
            displayName(value, findings);
        }
    }

    /// A user name can be changed and given to somebody else; the number behind it cannot.
    static void checkUserName(String value, Findings findings) {
        String name = value.replaceFirst("^@", "");
        findings.normalised(name);
        needService(findings);
        displayName(name, findings);
        Lookalikes.check(name, findings);
        if (name.equals(value) && value.matches(".+@[^@\\s]+\\.[^@\\s]+")) {
            findings.advises("identifier-looks-like", "value", value, "found", IdentifierType.EMAIL.code());
        }
    }

    static void checkOther(String value, Findings findings) {
        if (!isCardNumber(value, findings) && value.length() < 4) {
            findings.warns("identifier-too-short", "value", value);
        }
    }

    static void needService(Findings findings) {
        if (findings.context().service().isBlank()) {
            findings.at("service", Weight.WARNS, "platform-missing", "value", findings.normalised());
        }
    }

    /// *Anna K.* is what a person is called, not who they are: many people carry it and anybody can take it.
    private static void displayName(String value, Findings findings) {
        if (value.matches(".*\\s.*")) {
            findings.warns("display-name-only", "value", value);
        }
    }

    /// A full card number under another name is still one: it is masked before anything else is said of it.
    private static boolean isCardNumber(String value, Findings findings) {
        boolean found = Cards.holdsFullNumber(value);
        if (found) {
            findings.normalised(Cards.masked(value)).notKeepable().blocks("card-full-number");
        }
        return found;
    }
}
