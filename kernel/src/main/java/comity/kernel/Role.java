package comity.kernel;

import java.util.Arrays;
import java.util.Optional;

/// What a signed-in person does in their State's node. A person may hold several roles.
public enum Role {
    /// Answers for the 24/7 point of contact (art. 41).
    DUTY_OFFICER("duty-officer"),
    /// Decides for the central authority (art. 40(12)).
    CENTRAL_AUTHORITY("central-authority"),
    /// Needs data from abroad; drafts requests.
    INVESTIGATOR("investigator"),
    /// Reads every look and every decision; changes no case.
    OVERSIGHT("oversight"),
    /// Runs the node and its accounts; sees no case.
    ADMINISTRATOR("administrator");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /// The stable word in settings, tokens and the API.
    public String code() {
        return code;
    }

    public static Optional<Role> ofCode(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }
}
