package comity.federation.letters;

import comity.federation.LetterLine;
import comity.federation.QuarantinedEnvelope;
import comity.federation.store.CertaintyTable;
import comity.federation.store.OutgoingTable;
import comity.federation.store.ReadingTable;
import comity.federation.store.SignedTable;
import comity.federation.store.WaitingTable;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transaction;
import comity.ledger.note.SignedNote;
import comity.ledger.proof.ProofFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The reading side: letters by thread, the signed bytes behind them, and what was refused.
public final class Letters {
    private final StateCode own;

    /// @param own the State whose node this is
    public Letters(StateCode own) {
        this.own = own;
    }

    /// All letters of a request, in the order they were put or came.
    public List<LetterLine> ofThread(Transaction tx, String thread) {
        return ReadingTable.ofThread(tx, own, thread);
    }

    /// The newest letters with a State, or with all; newest first.
    public List<LetterLine> newest(Transaction tx, Optional<StateCode> peer, int limit) {
        return ReadingTable.newest(tx, own, peer.map(StateCode::code).orElse(null), limit);
    }

    /// Signed bytes as they came or went: envelopes, receipts, evidence.
    public Optional<byte[]> document(Transaction tx, UUID id) {
        return SignedTable.find(tx, id);
    }

    /// The plain body of a letter that this node wrote.
    public Optional<byte[]> writtenBody(Transaction tx, UUID letter) {
        return OutgoingTable.body(tx, letter);
    }

    /// The proof that the other State's ledger holds a letter, to be checked by anybody (C2SP
    /// tlog-proof). It is closed: the salt is the other State's, so it shows a stranger nothing.
    ///
    /// @return empty while the letter is not received for certain
    public Optional<ProofFile> proof(Transaction tx, UUID letter) {
        return CertaintyTable.find(tx, letter)
                .map(certain -> ProofFile.closed(certain.proof(), SignedNote.parse(certain.note())));
    }

    /// How many letters wait for a receipt, by State.
    public Map<StateCode, Integer> waiting(Transaction tx) {
        return WaitingTable.counts(tx);
    }

    /// Refused envelopes, newest first.
    public List<QuarantinedEnvelope> quarantined(Transaction tx, int limit) {
        return ReadingTable.quarantined(tx, limit);
    }

    /// The first 64 KiB of a refused envelope.
    public Optional<byte[]> quarantinedBytes(Transaction tx, UUID id) {
        return ReadingTable.quarantinedBytes(tx, id);
    }
}
