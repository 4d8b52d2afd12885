package comity.federation.inbox;

import comity.directory.Directory;
import comity.directory.keys.Certificates;
import comity.directory.keys.EncryptionKeys;
import comity.directory.keys.SealKey;
import comity.federation.LetterHandler;
import comity.federation.PeerIdentity;
import comity.kernel.transaction.Transactions;
import comity.ledger.journal.Journal;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/// Where other nodes' envelopes come in: `POST /letters` on the port between nodes.
public final class Inbox {
    /// An HTTP answer.
    public record Reply(int status, String contentType, byte[] body, Map<String, String> headers) {}

    public Inbox(
            Directory directory,
            Certificates certificates,
            SealKey seal,
            EncryptionKeys keys,
            Transactions transactions,
            Journal journal,
            List<LetterHandler> handlers,
            InboxSettings settings,
            Clock clock) {}

    /// Takes an envelope. Answers with a signed receipt, or with a problem and nothing changed.
    ///
    /// @param envelope the body of the call; the caller reads at most [#LARGEST] + 1 bytes
    public Reply receive(PeerIdentity peer, byte[] envelope) {
        throw new UnsupportedOperationException();
    }

    /// The largest envelope, in bytes.
    public static final int LARGEST = 1024 * 1024;
}
