package comity.requests.disclosure;

import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transaction;
import comity.requests.Side;
import comity.requests.emergency.Emergencies;
import comity.requests.emergency.EmergencyState;
import comity.requests.preservation.Outgoing;
import comity.requests.preservation.PreservationStore;
import comity.vault.exhibits.Mandate;

/// Answers the vault: did we ask this State for something under this name?
public final class ExpectedExhibits implements Mandate {
    private final PreservationStore store;
    private final Emergencies emergencies;

    public ExpectedExhibits(PreservationStore store, Emergencies emergencies) {
        this.store = store;
        this.emergencies = emergencies;
    }

    /// The letters of a case and those of its exhibits travel in threads of their own, so theirs may be
    /// here before the word that the data are held: that the request was sent to them is enough.
    @Override
    public boolean expects(Transaction tx, RequestReference request, StateCode from) {
        return switch (request.type()) {
            case PRESERVATION ->
                store.outgoing(tx, request)
                        .filter(found -> found.requested().equals(from) && !(found.state() instanceof Outgoing.Drafted))
                        .isPresent();
            case EMERGENCY ->
                emergencies
                        .lock(tx, request)
                        .filter(found -> found.side() == Side.REQUESTING
                                && found.requested().equals(from))
                        .filter(found -> !(found.state() instanceof EmergencyState.Drafted))
                        .isPresent();
        };
    }
}
