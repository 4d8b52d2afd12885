package comity.ledger.note;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// One signature line: who says to have signed, and the signature. Believed only after a [VerifierKey]
/// has checked it.
///
/// @param name the key's name
/// @param keyId the short identifier that, with the name, says which key it was
/// @param signature the bytes that follow, in the form of the key's type
public record NoteSignature(String name, int keyId, byte[] signature) {
    static final String DASH = "\u2014 ";

    public NoteSignature {
        if (!KeyName.isGood(name) || signature.length == 0) {
            throw new IllegalArgumentException("A signature line has a key's name and a signature");
        }
        signature = signature.clone();
    }

    /// Reads a line without its line end.
    ///
    /// @throws NoteRefused when it has another form
    static NoteSignature parse(String line) {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0) {
            throw new NoteRefused(NoteFault.BAD_SIGNATURE_LINE);
        }
        String name = line.substring(DASH.length(), space);
        byte[] bytes = StrictBase64.decode(line.substring(space + 1))
                .filter(decoded -> decoded.length > Integer.BYTES && KeyName.isGood(name))
                .orElseThrow(() -> new NoteRefused(NoteFault.BAD_SIGNATURE_LINE));
        return new NoteSignature(
                name, ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length));
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    /// Whether the line says that this key signed.
    public boolean isBy(VerifierKey key) {
        return keyId == key.keyId() && name.equals(key.name());
    }

    /// The line as it stands in a note, with its line end.
    public String line() {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + signature.length)
                .putInt(keyId)
                .put(signature)
                .array();
        return DASH + name + " " + StrictBase64.encode(bytes) + "\n";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NoteSignature that
                && keyId == that.keyId
                && name.equals(that.name)
                && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + keyId;
    }
}
