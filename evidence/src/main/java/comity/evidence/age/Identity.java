package comity.evidence.age;

import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.x25519.X25519KeyPairGenerator;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaReaderFactory;
import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The secret key that opens what was sealed for its [Recipient]. Does not print itself.
public final class Identity {
    private static final int LENGTH = 32;
    private static final int MOST = 64;

    private final KeyKind kind;
    private final String text;

    private Identity(KeyKind kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    /// A new key.
    ///
    /// @param identity the secret half
    /// @param recipient the half to give away
    public record Drawn(Identity identity, Recipient recipient) {}

    /// Draws a new key of a kind.
    public static Drawn draw(KeyKind kind) {
        try {
            return switch (kind) {
                case X25519 -> {
                    var pair = new X25519KeyPairGenerator().generateKeyPair();
                    yield new Drawn(
                            new Identity(kind, pair.getPrivate().toString()),
                            Recipient.parse(pair.getPublic().toString()));
                }
                case POST_QUANTUM -> {
                    Hpke.Drawn drawn = Hpke.draw();
                    yield new Drawn(
                            new Identity(
                                    kind,
                                    Bech32.encode(kind.identityPrefix(), drawn.seed())
                                            .toUpperCase(Locale.ROOT)),
                            Recipient.parse(Bech32.encode(kind.recipientPrefix(), drawn.publicKey())));
                }
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot draw a key", e);
        }
    }

    /// Reads the identities of a file as age writes it: one a line, remarks behind `#`.
    ///
    /// @throws EvidenceRefused with [EvidenceFault#IDENTITY_MALFORMED] and the number of the line; the line
    ///     itself is not named, for it may be a secret with a slip of the pen
    public static List<Identity> parseFile(String content) {
        List<Identity> found = new ArrayList<>();
        List<String> lines = content.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                found.add(parse(line, i + 1));
            }
        }
        if (found.isEmpty() || found.size() > MOST) {
            throw new EvidenceRefused(EvidenceFault.IDENTITY_MALFORMED, "0");
        }
        return List.copyOf(found);
    }

    private static Identity parse(String text, int line) {
        for (KeyKind kind : KeyKind.values()) {
            boolean fits = Bech32.decode(kind.identityPrefix(), text)
                    .filter(bytes -> bytes.length == LENGTH)
                    .isPresent();
            if (fits && text.equals(text.toUpperCase(Locale.ROOT))) {
                return new Identity(kind, text);
            }
        }
        throw new EvidenceRefused(EvidenceFault.IDENTITY_MALFORMED, Integer.toString(line));
    }

    public KeyKind kind() {
        return kind;
    }

    /// The secret itself, to be written to a file that its owner alone may read.
    public String reveal() {
        return text;
    }

    RecipientStanzaReader stanzas() throws GeneralSecurityException {
        return switch (kind) {
            case X25519 -> X25519RecipientStanzaReaderFactory.newRecipientStanzaReader(text);
            case POST_QUANTUM ->
                Hpke.reader(Bech32.decode(kind.identityPrefix(), text).orElseThrow());
        };
    }

    @Override
    public String toString() {
        return "an identity of kind " + kind.stanza();
    }
}
