package comity.node.rooms;

import comity.desk.Bell;
import comity.directory.Directory;
import comity.federation.LetterHandler;
import comity.federation.Outbox;
import comity.federation.ReceiptListener;
import comity.kernel.transaction.Transactions;
import comity.law.Law;
import comity.ledger.journal.Journal;
import comity.node.settings.NodeSettings;
import comity.requests.preservation.Answering;
import comity.requests.preservation.Asking;
import comity.requests.preservation.Cases;
import comity.requests.preservation.Drafts;
import comity.requests.preservation.Preservations;
import comity.requests.preservation.Terms;
import comity.safeguards.Safeguards;
import comity.safeguards.oversight.Looks;
import java.time.Clock;
import java.util.List;

/// Requests of every kind.
public final class RequestsRoom {
    private final Preservations preservations =
            new Preservations(new Drafts(), new Asking(), new Answering(), new Cases(), new Terms());

    public RequestsRoom(
            NodeSettings settings,
            Transactions transactions,
            Journal journal,
            Directory directory,
            Law law,
            Safeguards safeguards,
            Looks looks,
            Outbox outbox,
            Bell bell,
            Clock clock) {}

    public Preservations preservations() {
        return preservations;
    }

    public List<LetterHandler> letterHandlers() {
        return List.of();
    }

    public ReceiptListener receiptListener() {
        return (tx, receipt) -> {};
    }
}
