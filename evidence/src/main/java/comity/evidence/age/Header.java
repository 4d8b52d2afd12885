package comity.evidence.age;

import com.exceptionfactory.jagged.FileKey;
import com.exceptionfactory.jagged.RecipientStanza;
import com.exceptionfactory.jagged.RecipientStanzaReader;
import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.framework.format.StandardPayloadKeyReader;
import com.exceptionfactory.jagged.framework.format.StandardPayloadKeyWriter;
import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.SecretKey;

/// What stands before the chunks: who can open the file, and the nonce from which the key of the payload is made.
/// The library writes and reads it; the key never leaves this process.
///
/// @param bytes the header and the nonce
/// @param payloadKey seals the chunks
@SuppressWarnings("ArrayRecordComponent")
record Header(byte[] bytes, SecretKey payloadKey) {
    /// More is no header of ours: it holds thirty post-quantum recipients.
    static final int LONGEST = 64 * 1024;

    /// A header with a new key for a new file.
    static Header draw(List<Recipient> recipients) {
        if (recipients.isEmpty()) {
            throw new EvidenceRefused(EvidenceFault.RECIPIENT_MISSING, "");
        }
        if (recipients.stream().map(Recipient::kind).distinct().count() > 1) {
            throw new EvidenceRefused(EvidenceFault.RECIPIENTS_MIXED, "");
        }
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST);
        try {
            List<RecipientStanzaWriter> writers = new ArrayList<>();
            for (Recipient recipient : recipients) {
                writers.add(recipient.stanzas());
            }
            SecretKey key = new StandardPayloadKeyWriter().writeFileHeader(buffer, writers);
            return new Header(Arrays.copyOf(buffer.array(), buffer.position()), key);
        } catch (GeneralSecurityException | IOException e) {
            throw new EvidenceRefused(
                    EvidenceFault.RECIPIENT_MALFORMED, recipients.getFirst().toString(), e);
        }
    }

    /// Reads the header of a file with whatever identity opens it.
    ///
    /// @param beginning the first [#LONGEST] bytes of the file, or all of it
    static Header read(byte[] beginning, List<Identity> identities) {
        ByteBuffer buffer = ByteBuffer.wrap(beginning);
        AnyOf anyOf = new AnyOf(identities);
        try {
            SecretKey key = new StandardPayloadKeyReader().getPayloadKey(buffer, List.of(anyOf));
            return new Header(Arrays.copyOf(beginning, buffer.position()), key);
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            throw new EvidenceRefused(
                    anyOf.foundNone ? EvidenceFault.NOT_FOR_US : EvidenceFault.HEADER_BROKEN, "payload.age", e);
        }
    }

    /// Tries every identity, and remembers that none opened a header that was well-formed.
    private static final class AnyOf implements RecipientStanzaReader {
        private final List<Identity> identities;
        private boolean foundNone;

        private AnyOf(List<Identity> identities) {
            this.identities = identities;
        }

        @Override
        public FileKey getFileKey(Iterable<RecipientStanza> stanzas) throws GeneralSecurityException {
            for (Identity identity : identities) {
                try {
                    return identity.stanzas().getFileKey(stanzas);
                } catch (GeneralSecurityException e) {
                    // For somebody else, perhaps; the next may fit.
                }
            }
            foundNone = true;
            throw new Hpke.NotForThisKey();
        }
    }
}
