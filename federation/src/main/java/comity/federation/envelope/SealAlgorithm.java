package comity.federation.envelope;

import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Optional;

/// The ways of signing that are taken, each with the one curve it belongs to (RFC 7518, 3.4). A signature is the two
/// numbers side by side in fixed length, not ASN.1.
enum SealAlgorithm {
    ES256("SHA256withECDSAinP1363Format", 256, 64),
    ES384("SHA384withECDSAinP1363Format", 384, 96);

    private final String javaName;
    private final int curveBits;
    private final int signatureBytes;

    SealAlgorithm(String javaName, int curveBits, int signatureBytes) {
        this.javaName = javaName;
        this.curveBits = curveBits;
        this.signatureBytes = signatureBytes;
    }

    static Optional<SealAlgorithm> of(ECPublicKey key) {
        int bits = key.getParams().getCurve().getField().getFieldSize();
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.curveBits == bits)
                .findFirst();
    }

    static Optional<SealAlgorithm> ofName(String joseName) {
        return Arrays.stream(values())
                .filter(algorithm -> algorithm.joseName().equals(joseName))
                .findFirst();
    }

    String joseName() {
        return name();
    }

    String javaName() {
        return javaName;
    }

    int signatureBytes() {
        return signatureBytes;
    }
}
