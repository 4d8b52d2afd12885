package comity.node.rooms;

import comity.directory.Directory;
import comity.federation.LetterHandler;
import comity.federation.Outbox;
import comity.federation.ReceiptListener;
import comity.kernel.transaction.Transactions;
import comity.law.Law;
import comity.law.living.LivingLaw;
import comity.ledger.journal.Journal;
import comity.node.settings.NodeSettings;
import comity.requests.RequestEvent;
import comity.requests.disclosure.Disclosures;
import comity.requests.disclosure.ExpectedExhibits;
import comity.requests.emergency.Emergencies;
import comity.requests.preservation.House;
import comity.requests.preservation.PreservationLetters;
import comity.requests.preservation.PreservationReceipts;
import comity.requests.preservation.Preservations;
import comity.requests.store.SqlEmergencies;
import comity.requests.store.SqlPreservations;
import comity.safeguards.Safeguards;
import comity.safeguards.oversight.Looks;
import java.time.Clock;
import java.util.List;

/// Requests of every kind.
public final class RequestsRoom {
    private final House house;
    private final Preservations preservations;
    private final Emergencies emergencies;
    private final Disclosures disclosures;
    private final LetterHandler exhibits;

    public RequestsRoom(
            NodeSettings settings,
            Transactions transactions,
            Journal journal,
            Directory directory,
            Law law,
            LivingLaw living,
            Safeguards safeguards,
            Looks looks,
            Outbox outbox,
            VaultRoom vault,
            RequestEvent.Listener listener,
            Clock clock) {
        this.house = new House(
                settings.state(),
                transactions,
                new SqlPreservations(),
                directory,
                law,
                living,
                safeguards,
                looks,
                journal,
                outbox,
                clock,
                listener,
                settings.drill());
        this.preservations = Preservations.in(house);
        this.emergencies = new Emergencies(house, new SqlEmergencies());
        this.disclosures =
                new Disclosures(house, preservations.cases(), emergencies, vault.exhibits(), vault.workshop());
        this.exhibits = vault.letterHandler(new ExpectedExhibits(house.store(), emergencies));
    }

    public Preservations preservations() {
        return preservations;
    }

    public Emergencies emergencies() {
        return emergencies;
    }

    public Disclosures disclosures() {
        return disclosures;
    }

    public List<LetterHandler> letterHandlers() {
        return List.of(new PreservationLetters(house), emergencies.letters(), exhibits);
    }

    public ReceiptListener receiptListener() {
        ReceiptListener preservation = new PreservationReceipts(house);
        ReceiptListener emergency = emergencies.receipts();
        return (tx, receipt) -> {
            preservation.heard(tx, receipt);
            emergency.heard(tx, receipt);
        };
    }
}
