package comity.web.people;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;

/// Who a passkey belongs to: the accounts, under the id that authenticators keep. Passkeys make no accounts.
public final class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {
    private final Accounts accounts;

    public PasskeyOwners(Accounts accounts) {
        this.accounts = accounts;
    }

    /// An account's id as an authenticator keeps it: its sixteen bytes.
    public static Bytes handle(UUID account) {
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(account.getMostSignificantBits())
                .putLong(account.getLeastSignificantBits())
                .array());
    }

    /// The account that a handle names; empty when it has another length.
    public static Optional<UUID> account(Bytes handle) {
        if (handle.getBytes().length != 16) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
        return Optional.of(new UUID(bytes.getLong(), bytes.getLong()));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return account(id).flatMap(accounts::find).map(PasskeyOwners::owner).orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String username) {
        return accounts.findBySignInName(username).map(PasskeyOwners::owner).orElse(null);
    }

    private static PublicKeyCredentialUserEntity owner(Account account) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(handle(account.id()))
                .name(account.signInName())
                .displayName(account.displayName())
                .build();
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        throw new IllegalStateException("An account is made by an administrator, never by a passkey");
    }

    @Override
    public void delete(Bytes id) {
        throw new IllegalStateException("Accounts are disabled, never deleted");
    }
}
