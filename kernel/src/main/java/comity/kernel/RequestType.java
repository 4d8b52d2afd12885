package comity.kernel;

import java.util.Arrays;
import java.util.Optional;

/// The kinds of request that a reference can name. A kind is listed here when its room exists.
public enum RequestType {
    /// Expedited preservation of stored electronic data (art. 42).
    PRESERVATION("PRS"),
    /// Electronic data to avert an emergency (arts 41(3)(e), 2(o)).
    EMERGENCY("EMG");

    private final String code;

    RequestType(String code) {
        this.code = code;
    }

    /// The three letters in a reference.
    public String code() {
        return code;
    }

    public static Optional<RequestType> ofCode(String code) {
        return Arrays.stream(values()).filter(type -> type.code.equals(code)).findFirst();
    }
}
