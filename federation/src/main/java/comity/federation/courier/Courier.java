package comity.federation.courier;

import comity.directory.Directory;
import comity.directory.keys.Certificates;
import comity.directory.keys.ChannelKey;
import comity.directory.keys.SealKey;
import comity.federation.ReceiptListener;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transactions;
import comity.ledger.journal.Journal;
import java.time.Clock;

/// Takes letters from the outbox to the other nodes.
public final class Courier implements AutoCloseable {
    public Courier(
            StoredOutbox outbox,
            Directory directory,
            Certificates certificates,
            SealKey seal,
            ChannelKey channel,
            Transactions transactions,
            Journal journal,
            ReceiptListener listener,
            CourierSettings settings,
            Clock clock) {}

    /// Begins to send.
    public void start() {
        throw new UnsupportedOperationException();
    }

    /// Looks at once for letters to a State.
    public void wake(StateCode peer) {
        throw new UnsupportedOperationException();
    }

    /// Stops sending. Letters on their way are sent again after the next start, if no receipt came.
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
