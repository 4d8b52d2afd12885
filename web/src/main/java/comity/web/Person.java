package comity.web;

import comity.kernel.Actor;
import comity.kernel.Language;
import comity.kernel.Role;
import comity.kernel.StateCode;
import java.security.Principal;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;

/// Who is signed in.
///
/// @param id the account's id, which is what ledgers and oversight see
/// @param signInName what the person types to sign in
/// @param displayName the name of the role as the State wrote it, for example "Duty officer B"; only shown at home
public record Person(
        UUID id,
        String signInName,
        String displayName,
        StateCode state,
        Set<Role> roles,
        Language language,
        ZoneId zone)
        implements Principal {
    public Person {
        roles = Set.copyOf(roles);
    }

    @Override
    public String getName() {
        return signInName;
    }

    /// The person as the areas know them.
    public Actor actor() {
        return new Actor(id.toString(), state, roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /// Whether the person may see cases at all: administrators run the node and see none.
    public boolean seesCases() {
        return is(Role.DUTY_OFFICER) || is(Role.CENTRAL_AUTHORITY) || is(Role.INVESTIGATOR) || is(Role.OVERSIGHT);
    }
}
