package comity.vault;

import java.util.Arrays;
import java.util.Optional;

/// In whose hands an exhibit is, within a State.
public enum Hand {
    /// Whoever held the data first: a provider, a bank, a hospital.
    CUSTODIAN("custodian"),
    /// The authority that answers for the exchange.
    AUTHORITY("authority"),
    /// Whoever examines it.
    EXAMINER("examiner"),
    /// A court.
    COURT("court");

    private final String code;

    Hand(String code) {
        this.code = code;
    }

    /// The stable word in events and the API.
    public String code() {
        return code;
    }

    public static Optional<Hand> ofCode(String code) {
        return Arrays.stream(values()).filter(hand -> hand.code.equals(code)).findFirst();
    }
}
