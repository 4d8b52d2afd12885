package comity.web.people.store;

import comity.kernel.transaction.Transaction;
import comity.kernel.transaction.Transactions;
import comity.web.people.PasskeyOwners;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/// Passkeys in the node's database.
public final class SqlPasskeys implements UserCredentialRepository {
    private final Transactions transactions;

    public SqlPasskeys(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void save(CredentialRecord passkey) {
        UUID account = PasskeyOwners.account(passkey.getUserEntityUserId())
                .orElseThrow(() -> new IllegalArgumentException("A passkey belongs to an account"));
        write(sql -> sql.sql("""
                        insert into web.passkey (credential_id, account, label, public_key, signature_count,
                            user_verified, backup_eligible, backed_up, transports, attestation, client_data,
                            created_at, used_at)
                        values (:id, :account, :label, :key, :count, :verified, :eligible, :backedUp, :transports,
                            :attestation, :clientData, :created, :used)
                        on conflict (credential_id) do update
                        set signature_count = :count, user_verified = :verified, backed_up = :backedUp,
                            used_at = :used
                        where web.passkey.account = :account
                        """)
                .param("id", passkey.getCredentialId().getBytes())
                .param("account", account)
                .param("label", passkey.getLabel())
                .param("key", passkey.getPublicKey().getBytes())
                .param("count", passkey.getSignatureCount())
                .param("verified", passkey.isUvInitialized())
                .param("eligible", passkey.isBackupEligible())
                .param("backedUp", passkey.isBackupState())
                .param("transports", transports(passkey.getTransports()))
                .param("attestation", bytes(passkey.getAttestationObject()))
                .param("clientData", bytes(passkey.getAttestationClientDataJSON()))
                .param("created", Sql.time(passkey.getCreated()))
                .param("used", Sql.time(passkey.getLastUsed()))
                .update());
    }

    @Override
    public void delete(Bytes credentialId) {
        write(sql -> sql.sql("delete from web.passkey where credential_id = ?")
                .param(credentialId.getBytes())
                .update());
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        return read(sql -> sql.sql("select * from web.passkey where credential_id = ?")
                        .param(credentialId.getBytes())
                        .query(SqlPasskeys::passkey)
                        .optional())
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return PasskeyOwners.account(userId)
                .map(account -> read(sql -> sql.sql("select * from web.passkey where account = ? order by created_at")
                        .param(account)
                        .query(SqlPasskeys::passkey)
                        .list()))
                .orElse(List.of());
    }

    private static CredentialRecord passkey(ResultSet row, int number) throws SQLException {
        ImmutableCredentialRecord.ImmutableCredentialRecordBuilder passkey = ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(PasskeyOwners.handle(row.getObject("account", UUID.class)))
                .label(row.getString("label"))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("user_verified"))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backed_up"))
                .transports(transports(row.getString("transports")))
                .created(row.getObject("created_at", OffsetDateTime.class).toInstant())
                .lastUsed(row.getObject("used_at", OffsetDateTime.class).toInstant());
        byte[] attestation = row.getBytes("attestation");
        if (attestation != null) {
            passkey.attestationObject(new Bytes(attestation));
        }
        byte[] clientData = row.getBytes("client_data");
        if (clientData != null) {
            passkey.attestationClientDataJSON(new Bytes(clientData));
        }
        return passkey.build();
    }

    private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.getBytes();
    }

    private static String transports(Set<AuthenticatorTransport> transports) {
        return transports.stream()
                .map(AuthenticatorTransport::getValue)
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static Set<AuthenticatorTransport> transports(String text) {
        return Arrays.stream(text.split(" "))
                .filter(word -> !word.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private <T> T read(Function<JdbcClient, T> query) {
        return transactions.read((Transaction tx) -> query.apply(Sql.client(tx)));
    }

    private <T> void write(Function<JdbcClient, T> change) {
        transactions.write((Transaction tx) -> change.apply(Sql.client(tx)));
    }
}
