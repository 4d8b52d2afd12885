package comity.ledger.note;

import comity.kernel.Sha256;
import comity.kernel.Utf8;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// A public key that notes are checked with, written as `name+keyid+key` (C2SP signed-note, verifier
/// keys).
///
/// Keys of every type can be read, written and passed on. Those that sign a note as it stands (type
/// 0x01) are checked by [SignedNote#verify], those of cosigners (types 0x04 and 0x06) by
/// [Cosignature#of].
///
/// @param name for a log, its origin
/// @param type see [SignatureType]
/// @param key the public key in the encoding of its type
public record VerifierKey(String name, byte type, byte[] key) {
    private static final int LARGEST_KEY = 8192;

    /// @throws IllegalArgumentException when the name cannot stand in a note, or the key has a wrong
    ///     length
    public VerifierKey {
        if (!KeyName.isGood(name) || !isGoodLength(type, key.length)) {
            throw new IllegalArgumentException("Not the name and public key of a signer of notes");
        }
        key = key.clone();
    }

    private static boolean isGoodLength(byte type, int length) {
        return switch (type) {
            case SignatureType.ED25519, SignatureType.ED25519_COSIGNATURE -> length == Ed25519.PUBLIC_LENGTH;
            case SignatureType.ML_DSA_44_COSIGNATURE -> length == MlDsa44.PUBLIC_LENGTH;
            default -> length > 0 && length <= LARGEST_KEY;
        };
    }

    /// Reads `name+keyid+key`.
    ///
    /// @throws IllegalArgumentException when it has another form, or the identifier does not belong to
    ///     the key
    public static VerifierKey parse(String text) {
        int keyIdAt = text.indexOf('+') + 1;
        int keyAt = text.indexOf('+', keyIdAt) + 1;
        if (keyIdAt == 0 || keyAt == 0) {
            throw new IllegalArgumentException("A verifier key is written as name+keyid+key");
        }
        byte[] typed = StrictBase64.decode(text.substring(keyAt))
                .filter(bytes -> bytes.length > 1)
                .orElseThrow(() -> new IllegalArgumentException("The key of a verifier key is not in base 64"));
        VerifierKey read =
                new VerifierKey(text.substring(0, keyIdAt - 1), typed[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!read.text().equals(text)) {
            throw new IllegalArgumentException("The identifier does not belong to the key");
        }
        return read;
    }

    @Override
    public byte[] key() {
        return key.clone();
    }

    /// The first four bytes of a digest over name, type and key: finds the key, proves nothing.
    public int keyId() {
        return keyId(name, type, key);
    }

    static int keyId(String name, byte type, byte[] key) {
        byte[] digest = Sha256.digest(Utf8.bytes(name), new byte[] {'\n', type}, key);
        return ByteBuffer.wrap(digest).getInt();
    }

    /// The key as `name+keyid+key`.
    public String text() {
        byte[] typed = ByteBuffer.allocate(1 + key.length).put(type).put(key).array();
        return "%s+%08x+%s".formatted(name, keyId(), StrictBase64.encode(typed));
    }

    /// Whether a signature by this key fits a text. False for types that do not sign a text as it
    /// stands.
    boolean verifies(byte[] text, byte[] signature) {
        return type == SignatureType.ED25519 && Ed25519.verifies(key, text, signature);
    }

    /// Whether this key makes cosignatures, of a kind that is known here.
    public boolean isCosigners() {
        return type == SignatureType.ED25519_COSIGNATURE || type == SignatureType.ML_DSA_44_COSIGNATURE;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that
                && type == that.type
                && name.equals(that.name)
                && Arrays.equals(key, that.key);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(key);
    }

    @Override
    public String toString() {
        return text();
    }
}
