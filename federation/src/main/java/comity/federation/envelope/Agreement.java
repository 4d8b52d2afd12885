package comity.federation.envelope;

import com.nimbusds.jose.jwk.Curve;
import comity.kernel.Curves;
import comity.kernel.Sha256;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/// A key for one body, agreed between a key made for its envelope and the reader's key: ECDH-ES with direct agreement
/// (RFC 7518, 4.6).
final class Agreement {
    private static final int COORDINATE_BYTES = 32;
    private static final int KEY_BITS = 256;
    private static final byte[] METHOD = Compact.ascii("A256GCM");
    private static final ECParameterSpec P_256 = Curve.P_256.toECParameterSpec();

    private Agreement() {}

    /// What both sides know, and nobody else: the dear step, the same for all bodies between these two keys.
    static byte[] secret(ECPrivateKey own, ECPublicKey other) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH", Curves.provider());
        agreement.init(own);
        agreement.doPhase(other, true);
        return agreement.generateSecret();
    }

    /// The key of one body.
    ///
    /// @param maker what the header says of who made the body (`apu`); bound into the key
    /// @param reader what it says of who reads it (`apv`); bound into the key, and empty as a rule
    static SecretKeySpec key(byte[] secret, byte[] maker, byte[] reader) {
        return new SecretKeySpec(derive(secret, maker, reader), "AES");
    }

    /// One round of the Concat KDF (NIST SP 800-56A, 5.8.1): SHA-256 gives all the bits that are needed at once.
    private static byte[] derive(byte[] secret, byte[] maker, byte[] reader) {
        ByteBuffer input =
                ByteBuffer.allocate(4 + secret.length + 4 + METHOD.length + 4 + maker.length + 4 + reader.length + 4);
        input.putInt(1).put(secret);
        input.putInt(METHOD.length).put(METHOD);
        input.putInt(maker.length).put(maker);
        input.putInt(reader.length).put(reader);
        input.putInt(KEY_BITS);
        return Sha256.digest(input.array());
    }

    /// The public key in a header. Its point must lie on the curve: one that does not would betray our private key
    /// bit by bit.
    static ECPublicKey publicKey(JsonNode jwk) throws GeneralSecurityException {
        if (!"EC".equals(jwk.path("kty").asString(""))
                || !"P-256".equals(jwk.path("crv").asString(""))) {
            throw new InvalidKeyException("Not a key on P-256");
        }
        ECPoint point = new ECPoint(number(jwk, "x"), number(jwk, "y"));
        if (!isOnCurve(point)) {
            throw new InvalidKeyException("A point beside the curve");
        }
        return (ECPublicKey)
                KeyFactory.getInstance("EC", Curves.provider()).generatePublic(new ECPublicKeySpec(point, P_256));
    }

    /// A coordinate in its fixed length (RFC 7518, 6.2.1.2).
    static byte[] coordinate(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
        return fixed;
    }

    private static BigInteger number(JsonNode jwk, String member) throws InvalidKeyException {
        byte[] bytes = Compact.decode(jwk.path(member).asString(""))
                .filter(found -> found.length == COORDINATE_BYTES)
                .orElseThrow(() -> new InvalidKeyException("A coordinate of another form"));
        return new BigInteger(1, bytes);
    }

    /// Whether `y² = x³ + ax + b` in the field of the curve.
    private static boolean isOnCurve(ECPoint point) {
        BigInteger prime = ((ECFieldFp) P_256.getCurve().getField()).getP();
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        if (x.compareTo(prime) >= 0 || y.compareTo(prime) >= 0) {
            return false;
        }
        BigInteger right = x.multiply(x)
                .add(P_256.getCurve().getA())
                .multiply(x)
                .add(P_256.getCurve().getB())
                .mod(prime);
        return y.multiply(y).mod(prime).equals(right);
    }
}
