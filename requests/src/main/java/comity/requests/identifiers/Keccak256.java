package comity.requests.identifiers;

/// Keccak-256 as Ethereum uses it for the letters of its addresses.
///  It is not SHA3-256: the padding differs by two bits, which were added when Keccak became a standard, and so
/// does every digest. The JDK has only the standard, hence this small sponge. It guards against slips of the pen,
/// and nothing secret passes through it.
final class Keccak256 {
    private static final int RATE = 136;
    private static final int ROUNDS = 24;
    private static final int[] ROTATIONS = {
        1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44
    };
    private static final int[] LANES = {
        10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1
    };

    private Keccak256() {}

    static byte[] digest(byte[] text) {
        byte[] padded = new byte[(text.length / RATE + 1) * RATE];
        System.arraycopy(text, 0, padded, 0, text.length);
        padded[text.length] |= 0x01;
        padded[padded.length - 1] |= (byte) 0x80;
        long[] state = new long[25];
        for (int block = 0; block < padded.length; block += RATE) {
            for (int i = 0; i < RATE; i++) {
                state[i / 8] ^= (padded[block + i] & 0xFFL) << 8 * (i % 8);
            }
            permute(state);
        }
        byte[] digest = new byte[32];
        for (int i = 0; i < digest.length; i++) {
            digest[i] = (byte) (state[i / 8] >>> 8 * (i % 8));
        }
        return digest;
    }

    private static void permute(long[] a) {
        int feedback = 1;
        for (int round = 0; round < ROUNDS; round++) {
            mixColumns(a);
            moveLanes(a);
            mixRows(a);
            for (int j = 0; j < 7; j++) {
                if ((feedback & 1) == 1) {
                    a[0] ^= 1L << (1 << j) - 1;
                }
                // The round constants are the bits of a shift register over x⁸ + x⁶ + x⁵ + x⁴ + 1.
                feedback = feedback << 1 ^ (feedback >> 7) * 0x171;
            }
        }
    }

    private static void mixColumns(long[] a) {
        long[] parity = new long[5];
        for (int i = 0; i < 25; i++) {
            parity[i % 5] ^= a[i];
        }
        for (int i = 0; i < 25; i++) {
            a[i] ^= parity[(i + 4) % 5] ^ Long.rotateLeft(parity[(i + 1) % 5], 1);
        }
    }

    private static void moveLanes(long[] a) {
        long moving = a[1];
        for (int i = 0; i < LANES.length; i++) {
            long next = a[LANES[i]];
            a[LANES[i]] = Long.rotateLeft(moving, ROTATIONS[i]);
            moving = next;
        }
    }

    private static void mixRows(long[] a) {
        for (int row = 0; row < 25; row += 5) {
            long[] before = {a[row], a[row + 1], a[row + 2], a[row + 3], a[row + 4]};
            for (int i = 0; i < 5; i++) {
                a[row + i] = before[i] ^ ~before[(i + 1) % 5] & before[(i + 2) % 5];
            }
        }
    }
}
