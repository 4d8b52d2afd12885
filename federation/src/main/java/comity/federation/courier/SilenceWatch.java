package comity.federation.courier;

import comity.federation.LetterStatement;
import comity.federation.Receipt;
import comity.federation.ReceiptListener;
import comity.federation.envelope.Seal;
import comity.federation.envelope.SilenceDocument;
import comity.federation.store.EvidenceTable;
import comity.federation.store.OutgoingTable;
import comity.federation.store.SignedTable;
import comity.federation.store.WaitingTable;
import comity.kernel.StateCode;
import comity.kernel.TimeOrderedId;
import comity.kernel.transaction.Transaction;
import comity.kernel.transaction.Transactions;
import comity.ledger.journal.Journal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// States, with our own seal, that no receipt came: once when a letter's term is over, while it is still being sent,
/// and once when it is given up.
final class SilenceWatch {
    private static final int AT_ONCE = 500;

    private final StateCode own;
    private final Seal seal;
    private final Transactions transactions;
    private final Journal journal;
    private final ReceiptListener listener;
    private final Clock clock;

    SilenceWatch(
            StateCode own,
            Seal seal,
            Transactions transactions,
            Journal journal,
            ReceiptListener listener,
            Clock clock) {
        this.own = own;
        this.seal = seal;
        this.transactions = transactions;
        this.journal = journal;
        this.listener = listener;
        this.clock = clock;
    }

    /// Looks once, at all letters.
    void look() {
        int stated = AT_ONCE;
        while (stated == AT_ONCE && transactions.read(tx -> WaitingTable.anyLate(tx, clock.instant()))) {
            stated = transactions.write(this::state);
        }
    }

    private int state(Transaction tx) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<WaitingTable.Late> late = WaitingTable.late(tx, now, AT_ONCE);
        Map<UUID, LetterStatement> letters = OutgoingTable.statements(
                tx, own, late.stream().map(WaitingTable.Late::letter).toList());
        List<SignedTable.Document> documents = new ArrayList<>();
        List<EvidenceTable.Row> rows = new ArrayList<>();
        List<UUID> given = new ArrayList<>();
        List<UUID> timedOut = new ArrayList<>();
        for (WaitingTable.Late letter : late) {
            LetterStatement statement = letters.get(letter.letter());
            if (statement == null) {
                throw new IllegalStateException("A waiting letter was written");
            }
            Receipt receipt = receipt(statement, letter, now);
            SignedTable.Document document = document(statement, letter, receipt, now);
            documents.add(document);
            rows.add(new EvidenceTable.Row(receipt, own, document.id(), now));
            (letter.expired() ? given : timedOut).add(letter.letter());
            String label = letter.expired() ? "letter.failed" : "letter.timed-out";
            journal.append(tx, label, letter.letter(), Settlement.event(receipt, document.bytes()));
            listener.heard(tx, receipt);
        }
        SignedTable.add(tx, documents);
        EvidenceTable.add(tx, rows);
        WaitingTable.remove(tx, given);
        WaitingTable.markTimedOut(tx, timedOut);
        return late.size();
    }

    private static Receipt receipt(LetterStatement statement, WaitingTable.Late letter, Instant now) {
        return new Receipt(
                letter.letter(),
                letter.peer(),
                statement.thread(),
                statement.kind(),
                letter.expired() ? Receipt.Event.RELAY_FAILED : Receipt.Event.RELAY_TIMED_OUT,
                Optional.of("no-receipt"),
                letter.lastProblem(),
                now,
                Optional.empty(),
                Optional.empty());
    }

    private SignedTable.Document document(
            LetterStatement statement, WaitingTable.Late letter, Receipt receipt, Instant now) {
        UUID id = TimeOrderedId.at(now);
        byte[] text = new SilenceDocument(
                        id,
                        own,
                        now,
                        receipt.event(),
                        statement,
                        letter.putAt(),
                        letter.attempts(),
                        letter.lastProblem())
                .write();
        return new SignedTable.Document(id, letter.peer(), "evidence", seal.sign(Seal.EVIDENCE, text, now), now);
    }
}
