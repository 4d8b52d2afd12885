package comity.evidence.age;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import comity.kernel.Utf8;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.util.Base64;
import java.util.List;
import org.conscrypt.Conscrypt;
import org.conscrypt.HpkeContextRecipient;
import org.conscrypt.HpkeContextSender;
import org.conscrypt.OpenSslXwingPrivateKey;
import org.conscrypt.OpenSslXwingPublicKey;

/// The stanza `mlkem768x25519` of age: the key of the file, sealed with HPKE (RFC 9180) over X-Wing, the
/// combination of ML-KEM-768 and X25519.
final class Hpke {
    static final int PUBLIC_LENGTH = 1216;
    static final int SEED_LENGTH = 32;
    private static final int ENCAPSULATED_LENGTH = 1120;
    private static final int WRAPPED_LENGTH = 32;
    private static final String SUITE = "XWING/HKDF_SHA256/CHACHA20POLY1305";
    private static final String STANZA = KeyKind.POST_QUANTUM.stanza();
    private static final byte[] INFO = Utf8.bytes("age-encryption.org/mlkem768x25519");

    private Hpke() {}

    /// Loads native code, so only when it is needed.
    private static final class Native {
        static final Provider PROVIDER = Conscrypt.newProvider();
    }

    /// The public key and the 32-byte seed of a new key.
    @SuppressWarnings("ArrayRecordComponent")
    record Drawn(byte[] publicKey, byte[] seed) {}

    static Drawn draw() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("XWING", Native.PROVIDER).generateKeyPair();
        return new Drawn(
                ((OpenSslXwingPublicKey) pair.getPublic()).getRaw(),
                ((OpenSslXwingPrivateKey) pair.getPrivate()).getRaw());
    }

    static RecipientStanzaWriter writer(byte[] publicKey) {
        PublicKey key = new OpenSslXwingPublicKey(publicKey);
        return fileKey -> {
            HpkeContextSender sender = HpkeContextSender.getInstance(SUITE, Native.PROVIDER);
            sender.init(key, INFO);
            byte[] wrapped = sender.seal(fileKey.getEncoded(), new byte[0]);
            String encapsulated = Base64.getEncoder().withoutPadding().encodeToString(sender.getEncapsulated());
            return List.of(new Stanza(STANZA, List.of(encapsulated), wrapped));
        };
    }

    static RecipientStanzaReader reader(byte[] seed) {
        PrivateKey key = new OpenSslXwingPrivateKey(seed);
        return stanzas -> {
            for (RecipientStanza stanza : stanzas) {
                if (stanza.getType().equals(STANZA)) {
                    byte[] encapsulated = encapsulated(stanza);
                    try {
                        HpkeContextRecipient recipient = HpkeContextRecipient.getInstance(SUITE, Native.PROVIDER);
                        recipient.init(encapsulated, key, INFO);
                        return new FileKey(recipient.open(stanza.getBody(), new byte[0]));
                    } catch (GeneralSecurityException e) {
                        // Of another recipient; the next may be ours.
                    }
                }
            }
            throw new NotForThisKey();
        };
    }

    private static byte[] encapsulated(RecipientStanza stanza) throws GeneralSecurityException {
        if (stanza.getArguments().size() != 1 || stanza.getBody().length != WRAPPED_LENGTH) {
            throw new GeneralSecurityException("a stanza of another form");
        }
        String text = stanza.getArguments().getFirst();
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            boolean oneForm =
                    Base64.getEncoder().withoutPadding().encodeToString(bytes).equals(text);
            if (oneForm && bytes.length == ENCAPSULATED_LENGTH) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new GeneralSecurityException("a stanza of another form");
    }

    /// No stanza opens with the key.
    static final class NotForThisKey extends GeneralSecurityException {
        private static final long serialVersionUID = 1L;
    }

    /// One recipient's lines of a header.
    @SuppressWarnings("ArrayRecordComponent")
    private record Stanza(String getType, List<String> getArguments, byte[] getBody) implements RecipientStanza {}
}
