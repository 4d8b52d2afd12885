package comity.web.people;

import comity.kernel.Language;
import comity.kernel.Role;
import comity.kernel.StateCode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// One person's entry in the State's account book.
///
/// @param signInName what the person types to sign in; lower case, unique in the node
/// @param displayName the role as the State calls it, shown to colleagues only
/// @param passwordHash an Argon2id hash, or empty when the person signs in by passkey only
/// @param speaksFor at the registry, the State whose mission this is
/// @param disabledAt since when the account opens nothing; accounts are never deleted, because ledgers name them
public record Account(
        UUID id,
        String signInName,
        String displayName,
        Set<Role> roles,
        Language language,
        ZoneId zone,
        Optional<String> passwordHash,
        Instant createdAt,
        Optional<Instant> disabledAt,
        Optional<StateCode> speaksFor) {
    public Account {
        roles = Set.copyOf(roles);
    }

    public boolean isDisabled() {
        return disabledAt.isPresent();
    }

    Account with(Set<Role> newRoles) {
        return new Account(
                id, signInName, displayName, newRoles, language, zone, passwordHash, createdAt, disabledAt, speaksFor);
    }

    Account withPasswordHash(String hash) {
        return new Account(
                id,
                signInName,
                displayName,
                roles,
                language,
                zone,
                Optional.of(hash),
                createdAt,
                disabledAt,
                speaksFor);
    }

    Account with(Language newLanguage) {
        return new Account(
                id, signInName, displayName, roles, newLanguage, zone, passwordHash, createdAt, disabledAt, speaksFor);
    }

    Account disabled(Optional<Instant> since) {
        return new Account(
                id, signInName, displayName, roles, language, zone, passwordHash, createdAt, since, speaksFor);
    }
}
