package comity.directory.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.ECPrivateKey;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The private keys that bodies written to this State are opened with: the present one first, older ones after it, so
/// that a letter that was on its way while the key changed can still be read.
public final class EncryptionKeys {
    private final List<ECKey> keys;
    /// Taken out of their JWKs once: one is asked for with every letter that comes.
    private final Map<String, ECPrivateKey> byName;

    private EncryptionKeys(List<ECKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("A State needs a key to read its letters");
        }
        this.keys = List.copyOf(keys);
        this.byName = keys.stream()
                .filter(key -> key.getKeyID() != null)
                .collect(
                        Collectors.toUnmodifiableMap(ECKey::getKeyID, EncryptionKeys::privateKey, (first, _) -> first));
    }

    private static ECPrivateKey privateKey(ECKey key) {
        try {
            return key.toECPrivateKey();
        } catch (JOSEException e) {
            throw new IllegalArgumentException("Not a private key", e);
        }
    }

    /// A new key on P-256, named by its thumbprint (RFC 7638).
    public static EncryptionKeys generate() {
        try {
            return new EncryptionKeys(List.of(new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.ENCRYPTION)
                    .keyIDFromThumbprint(true)
                    .generate()));
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java makes P-256 keys", e);
        }
    }

    /// Reads private JWK files, the present key first.
    public static EncryptionKeys load(List<Path> files) throws IOException {
        return new EncryptionKeys(files.stream()
                .map(file -> {
                    try {
                        return parse(Files.readString(file));
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                })
                .toList());
    }

    private static ECKey parse(String jwk) {
        try {
            ECKey key = ECKey.parse(jwk);
            if (!key.getCurve().equals(Curve.P_256) || !key.isPrivate()) {
                throw new IllegalArgumentException("An encryption key is a private EC key on P-256");
            }
            return key;
        } catch (ParseException e) {
            throw new IllegalArgumentException("Not a JWK", e);
        }
    }

    /// The public half of the present key, as it stands in the directory: a JWK.
    public String publicJwk() {
        return keys.getFirst().toPublicJWK().toJSONString();
    }

    /// The present private key as a JWK. Secret.
    String privateJwk() {
        return keys.getFirst().toJSONString();
    }

    /// The private key of a name; empty when it is not ours.
    public Optional<ECPrivateKey> find(String keyId) {
        return Optional.ofNullable(byName.get(keyId));
    }
}
