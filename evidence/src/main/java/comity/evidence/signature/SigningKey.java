package comity.evidence.signature;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// The key of an authority that signs, with its certificates: its own first, the root last. Does not print itself.
public final class SigningKey {
    private final PrivateKey key;
    private final List<X509Certificate> chain;

    /// @throws EvidenceRefused with [EvidenceFault#SIGNING_KEY] when the key is neither of an elliptic curve nor of
    ///     RSA, or there is no certificate
    public SigningKey(PrivateKey key, List<X509Certificate> chain) {
        if (chain.isEmpty() || !(key instanceof ECKey || key instanceof RSAKey)) {
            throw new EvidenceRefused(EvidenceFault.SIGNING_KEY, key.getAlgorithm());
        }
        this.key = key;
        this.chain = List.copyOf(chain);
    }

    /// Reads a store in the form of PKCS #12.
    ///
    /// @param name the file's name, for what is said about it
    /// @throws EvidenceRefused with [EvidenceFault#SIGNING_KEY] when it is not one, the password is wrong, or it
    ///     does not hold just one key
    public static SigningKey ofStore(byte[] store, char[] password, String name) {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(new ByteArrayInputStream(store), password);
            List<String> entries = new ArrayList<>(Collections.list(keys.aliases()));
            entries.removeIf(alias -> !isKey(keys, alias));
            if (entries.size() != 1) {
                throw new EvidenceRefused(EvidenceFault.SIGNING_KEY, name);
            }
            List<X509Certificate> chain = new ArrayList<>();
            for (Certificate certificate : keys.getCertificateChain(entries.getFirst())) {
                chain.add((X509Certificate) certificate);
            }
            return new SigningKey((PrivateKey) keys.getKey(entries.getFirst(), password), chain);
        } catch (GeneralSecurityException | IOException e) {
            throw new EvidenceRefused(EvidenceFault.SIGNING_KEY, name, e);
        }
    }

    private static boolean isKey(KeyStore keys, String alias) {
        try {
            return keys.isKeyEntry(alias);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    PrivateKey key() {
        return key;
    }

    /// The certificates, the signer's own first.
    public List<X509Certificate> chain() {
        return chain;
    }

    @Override
    public String toString() {
        return "a signing key of " + chain.getFirst().getSubjectX500Principal();
    }
}
