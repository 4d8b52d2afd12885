package comity.directory.proposals;

import comity.kernel.StateCode;
import java.util.Optional;

/// A person at the registry.
///
/// @param id of the account, which never changes hands
/// @param name by which colleagues know the account
/// @param mission the State they speak for; empty for the secretariat
public record Who(String id, String name, Optional<StateCode> mission) {
    public boolean isSecretariat() {
        return mission.isEmpty();
    }

    /// Whether they may propose a change of it.
    public boolean mayPropose(Subject subject) {
        return isSecretariat()
                || subject.belongsTo(mission.orElseThrow())
                || subject.disputed().isPresent();
    }

    /// Whether they may take back what another person has proposed of it.
    boolean mayWithdraw(Subject subject) {
        return mission.filter(subject::belongsTo).isPresent();
    }
}
