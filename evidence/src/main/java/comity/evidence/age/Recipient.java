package comity.evidence.age;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import comity.kernel.Sha256;
import comity.kernel.Utf8;
import java.security.GeneralSecurityException;

/// The public key of an authority that may open what is sealed for it, as age writes it.
///
/// @param text for instance `age1pq1…` with 1 959 characters, or `age1…` with 62
public record Recipient(KeyKind kind, String text) {
    private static final int X25519_LENGTH = 32;

    /// Reads a recipient of either kind.
    ///
    /// @throws EvidenceRefused with [EvidenceFault#RECIPIENT_MALFORMED] for anything else
    public static Recipient parse(String text) {
        String stripped = text.strip();
        for (KeyKind kind : KeyKind.values()) {
            int length = kind == KeyKind.X25519 ? X25519_LENGTH : Hpke.PUBLIC_LENGTH;
            if (Bech32.decode(kind.recipientPrefix(), stripped)
                    .filter(bytes -> bytes.length == length && stripped.startsWith("age1"))
                    .isPresent()) {
                return new Recipient(kind, stripped);
            }
        }
        throw new EvidenceRefused(EvidenceFault.RECIPIENT_MALFORMED, shortened(stripped));
    }

    /// A short name of the key: the SHA-256 digest of its text, in hexadecimal digits.
    public String keyId() {
        return keyIdOf(text);
    }

    /// The short name of a key that is written like this.
    public static String keyIdOf(String text) {
        return Sha256.hex(Utf8.bytes(text));
    }

    RecipientStanzaWriter stanzas() throws GeneralSecurityException {
        return switch (kind) {
            case X25519 -> X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(text);
            case POST_QUANTUM ->
                Hpke.writer(Bech32.decode(kind.recipientPrefix(), text).orElseThrow());
        };
    }

    private static String shortened(String text) {
        return text.length() <= 24 ? text : text.substring(0, 24) + "…";
    }

    @Override
    public String toString() {
        return shortened(text);
    }
}
