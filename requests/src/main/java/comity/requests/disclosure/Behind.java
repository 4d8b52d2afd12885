package comity.requests.disclosure;

import comity.kernel.Actor;
import comity.kernel.RequestReference;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transaction;
import comity.requests.Outcome;
import comity.requests.Side;
import comity.requests.emergency.Emergencies;
import comity.requests.preservation.Cases;
import comity.requests.preservation.House;
import comity.requests.preservation.Incoming;
import java.util.Optional;

/// The request that stands behind an exhibit, of whichever kind.
final class Behind {
    private final House house;
    private final Cases cases;
    private final Emergencies emergencies;

    Behind(House house, Cases cases, Emergencies emergencies) {
        this.house = house;
        this.cases = cases;
        this.emergencies = emergencies;
    }

    /// What handing over depends on.
    ///
    /// @param letsOut whether data may leave: assistance was asked for, or an emergency was accepted
    record Asked(StateCode requesting, boolean letsOut) {}

    /// Another State's request; nobody else changes it before the transaction ends.
    Optional<Asked> lock(Transaction tx, RequestReference reference) {
        return switch (reference.type()) {
            case PRESERVATION ->
                house.store()
                        .lockIncoming(tx, reference)
                        .map(request -> new Asked(request.requesting(), request.state() instanceof Incoming.Held));
            case EMERGENCY ->
                emergencies
                        .lock(tx, reference)
                        .filter(request -> request.side() == Side.REQUESTED)
                        .map(request -> new Asked(request.requesting(), request.isAccepted()));
        };
    }

    /// On which side this node stands, for a person who may see the case; the look is kept.
    Outcome<Side> side(Actor who, String what, RequestReference reference) {
        return switch (reference.type()) {
            case PRESERVATION -> cases.side(who, what, reference);
            case EMERGENCY -> emergencies.side(who, what, reference);
        };
    }
}
