package comity.ledger.note;

import comity.kernel.Curves;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;

/// Ed25519 (RFC 8032) with keys and signatures as bare bytes, which is how notes write them.
final class Ed25519 {
    static final int SEED_LENGTH = 32;
    static final int PUBLIC_LENGTH = 32;
    static final int SIGNATURE_LENGTH = 64;

    /// What PKCS #8 writes before the 32 bytes of a seed (RFC 8410, 7).
    private static final byte[] PKCS8_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");
    /// What X.509 writes before the 32 bytes of a public key (RFC 8410, 4).
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    static PrivateKey privateKey(byte[] seed) throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(joined(PKCS8_PREFIX, seed)));
    }

    /// The JDK has no call from seed to public key, but its generator makes a key pair of the 32 bytes
    /// that it draws. The provider is named because another may draw otherwise; whoever makes a key
    /// signs once to check the pair.
    static byte[] publicKey(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519", "SunEC");
        generator.initialize(NamedParameterSpec.ED25519, new DrawnSeed(seed));
        KeyPair pair = generator.generateKeyPair();
        var point = ((EdECPublicKey) pair.getPublic()).getPoint();
        byte[] encoded = new byte[PUBLIC_LENGTH];
        byte[] y = point.getY().toByteArray();
        for (int i = 0; i < Math.min(y.length, PUBLIC_LENGTH); i++) {
            encoded[i] = y[y.length - 1 - i];
        }
        if (point.isXOdd()) {
            encoded[PUBLIC_LENGTH - 1] |= (byte) 0x80;
        }
        return encoded;
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signer = Signature.getInstance("Ed25519", Curves.provider());
            signer.initSign(key);
            signer.update(message);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("An Ed25519 key cannot sign", e);
        }
    }

    /// False for whatever is no point of the curve, too: made by nobody.
    static boolean verifies(byte[] publicKey, byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519", Curves.provider());
            check.initVerify(KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(joined(X509_PREFIX, publicKey))));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] joined(byte[] prefix, byte[] bytes) {
        return ByteBuffer.allocate(prefix.length + bytes.length)
                .put(prefix)
                .put(bytes)
                .array();
    }
}
