package comity.directory;

import java.net.URI;
import java.util.List;

/// How a State's node is reached and recognised.
///
/// @param letters where its letters go: `https`, host and port, no path
/// @param web where people of that State sign in, and where its ledger is read
/// @param ledgerOrigin the name of its ledger, the first line of its checkpoints
/// @param ledgerKey the key of its ledger, as a C2SP verifier key
/// @param rootCertificate the State's root certificate, PEM; whoever holds a certificate under it speaks
///     for the State
/// @param encryptionKey the public key that bodies are encrypted to: a JWK of kind EC, curve P-256
/// @param cosignerKeys with which it signs the checkpoints of others, as C2SP verifier keys
/// @param sealingKeys what exhibits for this State are sealed to, as age recipients, the present one first
/// @param revoked certificates and keys under the root that are not to be believed any more
public record NodeAddress(
        URI letters,
        URI web,
        String ledgerOrigin,
        String ledgerKey,
        String rootCertificate,
        String encryptionKey,
        List<String> cosignerKeys,
        List<String> sealingKeys,
        List<Revocation> revoked) {
    public NodeAddress {
        cosignerKeys = List.copyOf(cosignerKeys);
        sealingKeys = List.copyOf(sealingKeys);
        revoked = List.copyOf(revoked);
        if (!"https".equals(letters.getScheme()) || letters.getHost() == null) {
            throw new IllegalArgumentException("Letters go to an https address, not to " + letters);
        }
    }

    /// A node that cosigns nothing and takes no exhibits, with nothing revoked.
    public NodeAddress(
            URI letters, URI web, String ledgerOrigin, String ledgerKey, String rootCertificate, String encryptionKey) {
        this(letters, web, ledgerOrigin, ledgerKey, rootCertificate, encryptionKey, List.of(), List.of(), List.of());
    }

    /// The same node, with these revoked.
    public NodeAddress revoking(List<Revocation> revoked) {
        return new NodeAddress(
                letters,
                web,
                ledgerOrigin,
                ledgerKey,
                rootCertificate,
                encryptionKey,
                cosignerKeys,
                sealingKeys,
                revoked);
    }

    /// The same node, with these keys as a cosigner.
    public NodeAddress cosigning(List<String> keys) {
        return new NodeAddress(
                letters, web, ledgerOrigin, ledgerKey, rootCertificate, encryptionKey, keys, sealingKeys, revoked);
    }

    /// The same node, with these keys to seal exhibits to.
    public NodeAddress sealedTo(List<String> recipients) {
        return new NodeAddress(
                letters,
                web,
                ledgerOrigin,
                ledgerKey,
                rootCertificate,
                encryptionKey,
                cosignerKeys,
                recipients,
                revoked);
    }

    /// Its ledger.
    public LedgerAddress ledger() {
        return new LedgerAddress(web, ledgerKey, cosignerKeys);
    }
}
