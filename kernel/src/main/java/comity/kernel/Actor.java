package comity.kernel;

import java.util.Set;

/// Who did something: a person of this State, by pseudonymous id and roles. Names stay in the account book; what is
/// recorded and sent is the role.
///
/// @param person the account's stable id; `system` for what a clock or a courier does by itself
public record Actor(String person, StateCode state, Set<Role> roles) {
    public Actor {
        roles = Set.copyOf(roles);
    }

    /// What the node does by itself, for instance when a term ends.
    public static Actor system(StateCode state) {
        return new Actor("system", state, Set.of());
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
