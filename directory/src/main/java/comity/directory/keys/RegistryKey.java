package comity.directory.keys;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;

/// What the registry signs its list with: an EC key on P-256. Every node holds the public half in its configuration.
public final class RegistryKey {
    private final ECKey key;

    private RegistryKey(ECKey key) {
        if (!key.getCurve().equals(Curve.P_256) || key.getKeyID() == null) {
            throw new IllegalArgumentException("A registry key is an EC key on P-256 with a key id");
        }
        this.key = key;
    }

    /// A new pair, named by its thumbprint (RFC 7638).
    public static RegistryKey generate() {
        try {
            return new RegistryKey(new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint(true)
                    .generate());
        } catch (JOSEException e) {
            throw new IllegalStateException("Every Java makes P-256 keys", e);
        }
    }

    /// Reads a JWK, with or without its private half.
    public static RegistryKey parse(String jwk) {
        try {
            return new RegistryKey(ECKey.parse(jwk));
        } catch (ParseException e) {
            throw new IllegalArgumentException("Not a JWK", e);
        }
    }

    public String id() {
        return key.getKeyID();
    }

    /// What nodes are configured with: a JWK.
    public String publicJwk() {
        return key.toPublicJWK().toJSONString();
    }

    /// Secret: with it a list can be signed.
    public String privateJwk() {
        return key.toJSONString();
    }

    public ECPublicKey publicKey() {
        try {
            return key.toECPublicKey();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /// @throws IllegalStateException when only the public half is here
    public ECPrivateKey privateKey() {
        if (!key.isPrivate()) {
            throw new IllegalStateException("Only the registry holds the private half");
        }
        try {
            return key.toECPrivateKey();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
