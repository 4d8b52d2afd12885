package comity.web.people;

import comity.kernel.Role;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// What is known of a token: who holds it and what it allows, never the token itself.
///
/// @param label what the token is for, as its maker wrote it
public record AccessToken(
        UUID id,
        UUID account,
        String label,
        Set<Role> roles,
        Instant createdAt,
        Instant expiresAt,
        Optional<Instant> revokedAt) {
    public AccessToken {
        roles = Set.copyOf(roles);
    }

    boolean opensAt(Instant now) {
        return revokedAt.isEmpty() && now.isBefore(expiresAt);
    }
}
