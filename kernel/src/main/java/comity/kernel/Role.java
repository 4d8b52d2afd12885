package comity.kernel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a signed-in person does in their State's node, or at the registry. A person may hold several roles.
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
    ADMINISTRATOR("administrator"),
    /// Looks at what States propose, and publishes it; at the registry only.
    SECRETARIAT("secretariat"),
    /// Speaks for one State at the registry, and proposes what its entry says; at the registry only.
    MISSION("mission");

    /// Those of a State's own node.
    public static final List<Role> OF_A_STATE =
            List.of(DUTY_OFFICER, CENTRAL_AUTHORITY, INVESTIGATOR, OVERSIGHT, ADMINISTRATOR);

    /// Those of the registry.
    public static final List<Role> OF_THE_REGISTRY = List.of(SECRETARIAT, MISSION, ADMINISTRATOR);

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
