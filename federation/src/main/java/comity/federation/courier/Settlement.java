package comity.federation.courier;

import comity.federation.Receipt;
import comity.federation.ReceiptListener;
import comity.federation.envelope.ReceiptDocument;
import comity.federation.store.EvidenceTable;
import comity.federation.store.QuarantineTable;
import comity.federation.store.SignedTable;
import comity.federation.store.WaitingTable;
import comity.kernel.Sha256;
import comity.kernel.StateCode;
import comity.kernel.TimeOrderedId;
import comity.kernel.Utf8;
import comity.kernel.transaction.Transaction;
import comity.kernel.transaction.Transactions;
import comity.ledger.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Settles the letters that a receipt speaks of, once it is believed; keeps what is not believed for inspection.
final class Settlement {
    private final ReceiptCheck check;
    private final Transactions transactions;
    private final Journal journal;
    private final ReceiptListener listener;
    private final Clock clock;

    Settlement(ReceiptCheck check, Transactions transactions, Journal journal, ReceiptListener listener, Clock clock) {
        this.check = check;
        this.transactions = transactions;
        this.journal = journal;
        this.listener = listener;
        this.clock = clock;
    }

    /// Keeps a receipt, tells the listener and takes the letters out of the waiting room, in one transaction.
    ///
    /// @throws NotBelieved when it is not a receipt of that State for this envelope; then it is kept apart
    void settle(StateCode peer, Parcel parcel, byte[] bytes) throws NotBelieved {
        ReceiptDocument receipt;
        try {
            receipt = check.read(peer, parcel.letters().keySet(), parcel.digest(), bytes);
        } catch (NotBelieved e) {
            keepForInspection(peer, bytes, e);
            throw e;
        }
        transactions.write(tx -> {
            keep(tx, peer, parcel, receipt, bytes);
            return receipt;
        });
    }

    private void keepForInspection(StateCode peer, byte[] bytes, NotBelieved because) {
        Instant now = clock.instant();
        transactions.write(tx -> {
            QuarantineTable.add(
                    tx, QuarantineTable.Entry.of(peer.code(), because.code(), because.detail(), bytes, now));
            return peer;
        });
    }

    private void keep(Transaction tx, StateCode peer, Parcel parcel, ReceiptDocument receipt, byte[] bytes) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        SettledPage page = tx.kept(SettledPage.class, SettledPage::new);
        // The other node chose the receipt's id; ours keeps two nodes from choosing the same.
        SignedTable.Document document = new SignedTable.Document(TimeOrderedId.at(now), peer, "receipt", bytes, now);
        for (ReceiptDocument.Outcome outcome : receipt.letters()) {
            WaitingTable.Inside letter = parcel.letters().get(outcome.letter());
            if (letter == null) {
                // Given up meanwhile; what was stated then stays.
                continue;
            }
            Receipt told = told(receipt, outcome, letter);
            if (told.event() == Receipt.Event.RELAY_REJECTED) {
                journal.append(tx, "letter.refused", told.letter(), event(told, bytes));
            }
            page.add(new EvidenceTable.Row(told, peer, document.id(), now));
            listener.heard(tx, told);
        }
        page.add(document, parcel.letters().keySet());
    }

    private static Receipt told(ReceiptDocument receipt, ReceiptDocument.Outcome outcome, WaitingTable.Inside letter) {
        return new Receipt(
                outcome.letter(),
                receipt.from(),
                letter.thread(),
                letter.kind(),
                outcome.event(),
                outcome.code(),
                outcome.detail(),
                outcome.receivedAt(),
                Optional.of(outcome.place()),
                Optional.of(receipt.checkpoint()));
    }

    /// What our own ledger commits to for evidence about a letter.
    static byte[] event(Receipt receipt, byte[] document) {
        return Utf8.bytes("{\"document\":\"" + Sha256.hex(document)
                + "\",\"event\":\"" + receipt.event().word()
                + "\",\"letter\":\"" + receipt.letter()
                + "\",\"type\":\"comity.evidence\"}");
    }
}
