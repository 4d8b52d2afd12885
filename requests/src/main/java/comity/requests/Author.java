package comity.requests;

import comity.kernel.Actor;
import comity.kernel.Role;
import comity.kernel.StateCode;
import java.util.Comparator;

/// By whom an event is, as it is recorded and told: a State and a role, never a person.
///
/// @param peer whether the other State did it
public record Author(StateCode state, String role, boolean peer) {
    /// Of several roles the one with the most weight towards another State is named.
    public static Author of(Actor actor) {
        String role = actor.roles().stream()
                .max(Comparator.comparing((Role held) -> held == Role.CENTRAL_AUTHORITY)
                        .thenComparing(held -> held == Role.DUTY_OFFICER)
                        .thenComparing(Role::code))
                .map(Role::code)
                .orElse("system");
        return new Author(actor.state(), role, false);
    }

    public static Author system(StateCode self) {
        return new Author(self, "system", false);
    }

    public static Author peer(StateCode from, String role) {
        return new Author(from, role, true);
    }
}
