package comity.ledger.note;

import comity.kernel.Utf8;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/// The bytes that a cosigner signs, and the form of its signature: eight bytes of seconds since 1970,
/// the higher byte first, and then the signature of the key's kind (C2SP tlog-cosignature).
final class CosignedMessage {
    private static final byte[] SUBTREE_LABEL = Utf8.bytes("subtree/v1\n\0");

    private CosignedMessage() {}

    /// What a key of this kind signs.
    ///
    /// @param key of a cosigner
    /// @param seconds since 1970
    static byte[] of(Checkpoint checkpoint, VerifierKey key, long seconds) {
        return key.type() == SignatureType.ED25519_COSIGNATURE
                ? Utf8.bytes("cosignature/v1\ntime " + seconds + "\n" + checkpoint.text())
                : subtree(checkpoint, key.name(), seconds);
    }

    /// The whole tree as a subtree that begins at leaf 0. The lines after the root are not part of it.
    private static byte[] subtree(Checkpoint checkpoint, String cosigner, long seconds) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(SUBTREE_LABEL);
        writeText(message, cosigner);
        writeNumber(message, seconds);
        writeText(message, checkpoint.origin());
        writeNumber(message, 0);
        writeNumber(message, checkpoint.size());
        message.writeBytes(checkpoint.root().bytes());
        return message.toByteArray();
    }

    private static void writeText(ByteArrayOutputStream message, String text) {
        byte[] bytes = Utf8.bytes(text);
        message.write(bytes.length);
        message.writeBytes(bytes);
    }

    private static void writeNumber(ByteArrayOutputStream message, long number) {
        message.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    /// A signature behind its time.
    static byte[] timed(long seconds, byte[] signature) {
        return ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(seconds)
                .put(signature)
                .array();
    }

    /// Checks one line that names the key.
    static Cosignature check(Checkpoint checkpoint, VerifierKey key, NoteSignature line, Instant now) {
        boolean ed25519 = key.type() == SignatureType.ED25519_COSIGNATURE;
        byte[] timed = line.signature();
        int length = ed25519 ? Ed25519.SIGNATURE_LENGTH : MlDsa44.SIGNATURE_LENGTH;
        long seconds = timed.length < Long.BYTES ? -1 : ByteBuffer.wrap(timed).getLong();
        // Every time of four digits is far below this; what is above cannot be shown to anybody.
        if (timed.length != Long.BYTES + length || seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
            return new Cosignature.NotSigned(CosignatureFault.MALFORMED);
        }
        byte[] message = of(checkpoint, key, seconds);
        byte[] signature = Arrays.copyOfRange(timed, Long.BYTES, timed.length);
        boolean good = ed25519
                ? Ed25519.verifies(key.key(), message, signature)
                : MlDsa44.verifies(key.key(), message, signature);
        if (!good) {
            return new Cosignature.NotSigned(CosignatureFault.WRONG);
        }
        Instant at = Instant.ofEpochSecond(seconds);
        return at.isAfter(now.plus(Cosignature.TOLERANCE))
                ? new Cosignature.NotSigned(CosignatureFault.FROM_THE_FUTURE)
                : new Cosignature.Signed(at, line);
    }
}
