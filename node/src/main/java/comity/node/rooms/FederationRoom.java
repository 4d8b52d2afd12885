package comity.node.rooms;

import comity.directory.Directory;
import comity.directory.keys.Certificates;
import comity.directory.keys.PeerTrust;
import comity.federation.LetterHandler;
import comity.federation.Outbox;
import comity.federation.ReceiptListener;
import comity.federation.courier.Courier;
import comity.federation.courier.CourierSettings;
import comity.federation.courier.StoredOutbox;
import comity.federation.inbox.Inbox;
import comity.federation.inbox.InboxSettings;
import comity.federation.letters.Letters;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transactions;
import comity.ledger.journal.Journal;
import comity.node.keys.NodeKeys;
import java.time.Clock;
import java.util.List;
import javax.net.ssl.SSLContext;

/// The wire. The outbox comes first, because requests write to it; the inbox and the courier come last, because they
/// hand over to requests.
public final class FederationRoom {
    private final StateCode own;
    private final NodeKeys keys;
    private final Directory directory;
    private final Transactions transactions;
    private final Journal journal;
    private final Clock clock;
    private final Certificates certificates;
    private final StoredOutbox outbox;

    public FederationRoom(
            StateCode own,
            NodeKeys keys,
            Directory directory,
            Transactions transactions,
            Journal journal,
            Clock clock) {
        this.own = own;
        this.keys = keys;
        this.directory = directory;
        this.transactions = transactions;
        this.journal = journal;
        this.clock = clock;
        this.certificates = new Certificates(directory);
        this.outbox = new StoredOutbox(own, journal, CourierSettings.USUAL, clock);
    }

    public Outbox outbox() {
        return outbox;
    }

    public Letters letters() {
        return new Letters(own);
    }

    public Inbox inbox(List<LetterHandler> handlers) {
        return new Inbox(
                certificates,
                keys.seal(),
                keys.encryption(),
                transactions,
                journal,
                handlers,
                InboxSettings.USUAL,
                clock);
    }

    public Courier courier(ReceiptListener listener) {
        return new Courier(
                outbox,
                directory,
                certificates,
                keys.seal(),
                keys.channel(),
                transactions,
                journal,
                listener,
                CourierSettings.USUAL,
                clock);
    }

    /// What the letters port shows and whom it believes.
    public SSLContext tls() {
        return keys.channel().context(PeerTrust.inAll(certificates, clock));
    }
}
