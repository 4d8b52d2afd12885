package comity.evidence.age;

import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;

/// Seals and opens the chunks of one file with ChaCha20-Poly1305 (RFC 8439). The nonce of a chunk is its number in
/// eleven bytes and one byte that says whether it is the last, so that a chunk cannot be moved, repeated or left
/// out unseen.
///
/// For one thread at a time.
final class ChunkCipher {
    private static final int NONCE_LENGTH = 12;
    private static final int LAST = NONCE_LENGTH - 1;

    private final Cipher cipher;
    private final SecretKey key;
    private final byte[] nonce = new byte[NONCE_LENGTH];

    ChunkCipher(SecretKey key) throws GeneralSecurityException {
        this.cipher = Cipher.getInstance("ChaCha20-Poly1305");
        this.key = key;
    }

    /// Seals the chunks of one leaf.
    ///
    /// @param length plaintext bytes in `plain`
    /// @param last whether the file ends with this leaf
    void seal(long leaf, byte[] plain, int length, boolean last, byte[] sealed) throws GeneralSecurityException {
        run(Cipher.ENCRYPT_MODE, leaf, plain, length, Geometry.CHUNK, last, sealed, Geometry.SEALED_CHUNK);
    }

    /// Opens the chunks of one leaf.
    ///
    /// @param length sealed bytes in `sealed`
    /// @throws javax.crypto.AEADBadTagException when one of them was changed
    void open(long leaf, byte[] sealed, int length, boolean last, byte[] plain) throws GeneralSecurityException {
        run(Cipher.DECRYPT_MODE, leaf, sealed, length, Geometry.SEALED_CHUNK, last, plain, Geometry.CHUNK);
    }

    private void run(int mode, long leaf, byte[] from, int length, int fromChunk, boolean last, byte[] to, int toChunk)
            throws GeneralSecurityException {
        int chunks = Math.max(1, Math.ceilDiv(length, fromChunk));
        for (int i = 0; i < chunks; i++) {
            int begin = i * fromChunk;
            number(leaf * Geometry.LEAF_CHUNKS + i, last && (i == chunks - 1));
            cipher.init(mode, key, new IvParameterSpec(nonce));
            cipher.doFinal(from, begin, Math.min(fromChunk, length - begin), to, i * toChunk);
        }
    }

    private void number(long chunk, boolean last) {
        for (int i = 0; i < Long.BYTES; i++) {
            nonce[LAST - 1 - i] = (byte) (chunk >>> (8 * i));
        }
        nonce[LAST] = (byte) (last ? 1 : 0);
    }
}
