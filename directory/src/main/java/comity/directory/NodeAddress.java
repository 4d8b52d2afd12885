package comity.directory;

import java.net.URI;

/// How a State's node is reached and recognised.
///
/// @param letters where its letters go: `https`, host and port, no path
/// @param web where people of that State sign in, and where its ledger is read
/// @param ledgerOrigin the name of its ledger, the first line of its checkpoints
/// @param ledgerKey the key of its ledger, as a C2SP verifier key
/// @param rootCertificate the State's root certificate, PEM; whoever holds a certificate under it speaks for the State
/// @param encryptionKey the public key that bodies are encrypted to: a JWK of kind EC, curve P-256
public record NodeAddress(
        URI letters, URI web, String ledgerOrigin, String ledgerKey, String rootCertificate, String encryptionKey) {
    public NodeAddress {
        if (!"https".equals(letters.getScheme()) || letters.getHost() == null) {
            throw new IllegalArgumentException("Letters go to an https address, not to " + letters);
        }
    }
}
