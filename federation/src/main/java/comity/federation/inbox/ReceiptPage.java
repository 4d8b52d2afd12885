package comity.federation.inbox;

import comity.federation.envelope.ReceiptDocument;
import comity.federation.envelope.Seal;
import comity.federation.store.IncomingTable;
import comity.federation.store.SignedTable;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transaction;
import comity.ledger.journal.Journal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// The receipts of one database transaction. They are signed just before the commit, when the ledger has closed its
/// page: so each carries the checkpoint that covers its letters, and is durable together with them. A receipt exists
/// exactly when its letters are kept.
final class ReceiptPage {
    private final Transaction tx;
    private final StateCode own;
    private final Seal seal;
    private final Journal journal;
    private final List<Draft> drafts = new ArrayList<>();

    /// A receipt that wants its checkpoint and signature.
    static final class Draft {
        private final UUID id;
        private final StateCode peer;
        private final Instant at;
        private final UUID envelope;
        private final String digest;
        private final SignedTable.Document received;
        private final List<ReceiptDocument.Outcome> outcomes;
        private final List<IncomingTable.Row> rows;
        private byte[] signed = {};

        Draft(
                UUID id,
                StateCode peer,
                Instant at,
                UUID envelope,
                String digest,
                SignedTable.Document received,
                List<ReceiptDocument.Outcome> outcomes,
                List<IncomingTable.Row> rows) {
            this.id = id;
            this.peer = peer;
            this.at = at;
            this.envelope = envelope;
            this.digest = digest;
            this.received = received;
            this.outcomes = outcomes;
            this.rows = rows;
        }

        /// The receipt, once the transaction is committed.
        byte[] signed() {
            return signed;
        }
    }

    ReceiptPage(Transaction tx, StateCode own, Seal seal, Journal journal) {
        this.tx = tx;
        this.own = own;
        this.seal = seal;
        this.journal = journal;
    }

    /// To be called after the letters' leaves were appended, so that the ledger closes its page before this one.
    void add(Draft draft) {
        if (drafts.isEmpty()) {
            tx.beforeCommit(this::write);
        }
        drafts.add(draft);
    }

    private void write() {
        String checkpoint = journal.latest(tx).text();
        List<SignedTable.Document> documents = new ArrayList<>(drafts.size() * 2);
        List<IncomingTable.Row> rows = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            byte[] receipt = new ReceiptDocument(
                            draft.id,
                            own,
                            draft.peer,
                            draft.at,
                            draft.envelope,
                            draft.digest,
                            draft.outcomes.stream().map(this::proved).toList(),
                            checkpoint)
                    .write();
            draft.signed = seal.sign(Seal.RECEIPT, receipt, draft.at);
            documents.add(draft.received);
            documents.add(new SignedTable.Document(draft.id, draft.peer, "receipt", draft.signed, draft.at));
            rows.addAll(draft.rows);
        }
        SignedTable.add(tx, documents);
        IncomingTable.add(tx, rows);
        drafts.clear();
    }

    private ReceiptDocument.Outcome proved(ReceiptDocument.Outcome outcome) {
        return outcome.provedBy(journal.proof(tx, outcome.place().index()));
    }
}
