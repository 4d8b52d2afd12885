package comity.law;

import java.util.Arrays;
import java.util.Optional;

/// What a requested State must tell at once, because then the requesting State decides whether to go on (art.
/// 42(7)).
public enum RiskKind {
    /// The order would not keep the data available.
    AVAILABILITY("availability"),
    /// The order would give away the investigation.
    CONFIDENTIALITY("confidentiality"),
    /// The order would harm the investigation in another way.
    PREJUDICE("prejudice");

    private final String code;

    RiskKind(String code) {
        this.code = code;
    }

    /// The stable word in letters.
    public String code() {
        return code;
    }

    public static Optional<RiskKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
