package comity.federation.courier;

import comity.federation.Outbox;
import comity.federation.OutgoingLetter;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transaction;
import comity.ledger.LeafPlace;
import comity.ledger.journal.Journal;
import java.time.Clock;

/// The outbox in the database.
public final class StoredOutbox implements Outbox {
    public StoredOutbox(StateCode own, Journal journal, CourierSettings settings, Clock clock) {}

    @Override
    public LeafPlace put(Transaction tx, OutgoingLetter letter) {
        throw new UnsupportedOperationException();
    }
}
