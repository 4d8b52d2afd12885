package comity.web.law;

import comity.kernel.StateCode;
import java.util.Optional;

/// Reads a State's code out of a path.
public final class StateCodes {
    private StateCodes() {}

    public static Optional<StateCode> read(String code) {
        return code.matches("[A-Z]{2}") ? Optional.of(new StateCode(code)) : Optional.empty();
    }
}
