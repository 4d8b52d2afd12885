package comity.requests.identifiers;

import comity.kernel.Complaint.Weight;

/// Accounts by the provider's own number, and names that people chose.
final class Accounts {
    private Accounts() {}

    static void checkAccountId(String value, Findings findings) {
        needService(findings);
        displayName(value, findings);
        if (CardNumbers.standIn(value)) {
            // Some platforms count their accounts with sixteen digits, and one in ten of those passes for a card.
            findings.warns("looks-like-card-number");
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
        if (CardNumbers.standIn(value)) {
            findings.normalised(CardNumbers.masked(value)).notKeepable().blocks("card-full-number");
        } else if (value.length() < 4) {
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
}
