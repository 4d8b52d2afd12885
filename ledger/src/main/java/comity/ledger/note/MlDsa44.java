package comity.ledger.note;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/// ML-DSA-44 (FIPS 204) with an empty context, and with keys and signatures as bare bytes.
final class MlDsa44 {
    static final int SEED_LENGTH = 32;
    static final int PUBLIC_LENGTH = 1312;
    static final int SIGNATURE_LENGTH = 2420;

    private static final String NAME = "ML-DSA-44";
    /// The provider is named: another may draw its seed otherwise.
    private static final String PROVIDER = "SUN";
    /// What X.509 writes before the 1312 bytes of a public key (RFC 9881).
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("30820532300b06096086480165030403110382052100");

    private MlDsa44() {}

    /// The key pair of a seed (FIPS 204, algorithm 6). As with Ed25519, the JDK's generator draws the
    /// seed, and is given it to draw.
    static KeyPair keyPair(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(NAME, PROVIDER);
        generator.initialize(NamedParameterSpec.ML_DSA_44, new DrawnSeed(seed));
        return generator.generateKeyPair();
    }

    static byte[] publicBytes(KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        return Arrays.copyOfRange(encoded, X509_PREFIX.length, encoded.length);
    }

    static byte[] sign(KeyPair pair, byte[] message) {
        try {
            Signature signer = Signature.getInstance(NAME, PROVIDER);
            signer.initSign(pair.getPrivate());
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An ML-DSA-44 key cannot sign", e);
        }
    }

    static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
        byte[] encoded = ByteBuffer.allocate(X509_PREFIX.length + publicKey.length)
                .put(X509_PREFIX)
                .put(publicKey)
                .array();
        try {
            Signature check = Signature.getInstance(NAME, PROVIDER);
            check.initVerify(KeyFactory.getInstance(NAME, PROVIDER).generatePublic(new X509EncodedKeySpec(encoded)));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            // A key or signature that nobody can have made.
            return false;
        }
    }
}
