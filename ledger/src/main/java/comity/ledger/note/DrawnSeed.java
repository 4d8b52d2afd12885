package comity.ledger.note;

import java.security.SecureRandom;

/// Draws the bytes it was given: a key generator that is fed with it makes the key of that seed.
final class DrawnSeed extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final byte[] bytes;

    DrawnSeed(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    @Override
    public void nextBytes(byte[] target) {
        System.arraycopy(bytes, 0, target, 0, target.length);
    }
}
