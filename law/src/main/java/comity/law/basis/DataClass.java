package comity.law.basis;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The three kinds of electronic data, which exclude each other by definition (art. 2).
public enum DataClass {
    /// Who has the account: neither traffic nor content.
    SUBSCRIBER,
    /// About a communication: from where, to where, when, how much.
    TRAFFIC,
    /// What was said or sent.
    CONTENT;

    /// The word in requests and commands, for example `content`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DataClass> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
