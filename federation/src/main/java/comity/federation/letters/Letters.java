package comity.federation.letters;

import comity.kernel.StateCode;
import comity.kernel.transaction.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The reading side: letters by thread, the signed bytes behind them, and what was refused.
public final class Letters {
    /// All letters of a request, in the order they were put or came.
    public List<LetterLine> ofThread(Transaction tx, String thread) {
        throw new UnsupportedOperationException();
    }

    /// The newest letters with a State, or with all.
    public List<LetterLine> newest(Transaction tx, Optional<StateCode> peer, int limit) {
        throw new UnsupportedOperationException();
    }

    /// Signed bytes as they came or went: envelopes, receipts, evidence.
    public Optional<byte[]> document(Transaction tx, UUID id) {
        throw new UnsupportedOperationException();
    }

    /// How many letters wait to be sent, by State.
    public java.util.Map<StateCode, Integer> waiting(Transaction tx) {
        throw new UnsupportedOperationException();
    }

    /// Refused envelopes, newest first.
    public List<QuarantinedEnvelope> quarantined(Transaction tx, int limit) {
        throw new UnsupportedOperationException();
    }

    /// The first 64 KiB of a refused envelope.
    public Optional<byte[]> quarantinedBytes(Transaction tx, UUID id) {
        throw new UnsupportedOperationException();
    }
}
