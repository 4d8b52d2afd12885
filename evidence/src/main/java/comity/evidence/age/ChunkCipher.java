package comity.evidence.age;

import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;

/// Seals and opens the chunks of one file with ChaCha20-Poly1305 (RFC 8439). The nonce of a chunk is its number in
/// eleven bytes and one byte that says whether it is the last, so that a chunk cannot be moved, repeated or left
/// out unseen.
///
/// For one thread at a time.
final class ChunkCipher {
    private static final String ALGORITHM = "ChaCha20-Poly1305";
    private static final int NONCE_LENGTH = 12;
    private static final int LAST = NONCE_LENGTH - 1;

    private final Cipher sealing;
    private final Cipher opening;
    private final SecretKey key;
    private final byte[] nonce = new byte[NONCE_LENGTH];
    private final byte[] opened = new byte[Geometry.CHUNK];

    ChunkCipher(SecretKey key) throws GeneralSecurityException {
        this.sealing = Cipher.getInstance(ALGORITHM);
        this.opening = Cipher.getInstance(ALGORITHM);
        this.key = key;
    }

    /// Seals the chunks of one leaf, and opens each again at once, while it is near: so that looking costs little.
    ///
    /// @param length plaintext bytes in `plain`
    /// @param last whether the file ends with this leaf
    /// @throws javax.crypto.AEADBadTagException when a chunk does not open
    /// @return false when a chunk opens to something else than what was sealed
    boolean seal(long leaf, byte[] plain, int length, boolean last, byte[] sealed) throws GeneralSecurityException {
        boolean same = true;
        int chunks = chunks(length, Geometry.CHUNK);
        for (int i = 0; i < chunks; i++) {
            int begin = i * Geometry.CHUNK;
            int end = Math.min(length, begin + Geometry.CHUNK);
            int place = i * Geometry.SEALED_CHUNK;
            AlgorithmParameterSpec number = number(leaf, i, last && i == chunks - 1);
            sealing.init(Cipher.ENCRYPT_MODE, key, number);
            int sealedLength = sealing.doFinal(plain, begin, end - begin, sealed, place);
            opening.init(Cipher.DECRYPT_MODE, key, number);
            int openedLength = opening.doFinal(sealed, place, sealedLength, opened, 0);
            same &= Arrays.equals(plain, begin, end, opened, 0, openedLength);
        }
        return same;
    }

    /// Opens the chunks of one leaf.
    ///
    /// @param length sealed bytes in `sealed`
    /// @throws javax.crypto.AEADBadTagException when one of them was changed
    void open(long leaf, byte[] sealed, int length, boolean last, byte[] plain) throws GeneralSecurityException {
        int chunks = chunks(length, Geometry.SEALED_CHUNK);
        for (int i = 0; i < chunks; i++) {
            int begin = i * Geometry.SEALED_CHUNK;
            opening.init(Cipher.DECRYPT_MODE, key, number(leaf, i, last && i == chunks - 1));
            opening.doFinal(sealed, begin, Math.min(Geometry.SEALED_CHUNK, length - begin), plain, i * Geometry.CHUNK);
        }
    }

    private static int chunks(int length, int chunk) {
        return Math.max(1, Math.ceilDiv(length, chunk));
    }

    private AlgorithmParameterSpec number(long leaf, int chunkOfLeaf, boolean last) {
        long chunk = leaf * Geometry.LEAF_CHUNKS + chunkOfLeaf;
        for (int i = 0; i < Long.BYTES; i++) {
            nonce[LAST - 1 - i] = (byte) (chunk >>> (8 * i));
        }
        nonce[LAST] = (byte) (last ? 1 : 0);
        return new IvParameterSpec(nonce);
    }
}
