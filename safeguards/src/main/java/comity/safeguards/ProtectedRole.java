package comity.safeguards;

import java.util.Arrays;
import java.util.Optional;

/// Work or age that gives a person's data more protection in many laws. A hit does not forbid preserving; it is
/// shown to everyone who decides later.
public enum ProtectedRole {
    JOURNALIST("journalist"),
    LAWYER("lawyer"),
    HEALTH_WORKER("health-worker"),
    RIGHTS_DEFENDER("rights-defender"),
    SECURITY_RESEARCHER("security-researcher"),
    CLERGY("clergy"),
    MINOR("minor");

    private final String code;

    ProtectedRole(String code) {
        this.code = code;
    }

    /// The stable word in forms and message files.
    public String code() {
        return code;
    }

    public static Optional<ProtectedRole> ofCode(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }
}
