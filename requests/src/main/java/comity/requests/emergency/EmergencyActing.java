package comity.requests.emergency;

import comity.kernel.Actor;
import comity.kernel.Complaint;
import comity.kernel.transaction.Transaction;
import comity.requests.Outcome;
import comity.requests.Side;
import comity.requests.emergency.Emergencies.Target;
import comity.requests.preservation.House;
import java.util.List;
import java.util.Optional;

/// How an act runs: who may, on a case that this person sees, as it stands.
final class EmergencyActing {
    private final House house;
    private final EmergencyStore store;
    private final EmergencyDoor door;

    EmergencyActing(House house, EmergencyStore store, EmergencyDoor door) {
        this.house = house;
        this.store = store;
        this.door = door;
    }

    /// What an act does to the case, and says.
    interface Step {
        Outcome<EmergencyCase> run(Transaction tx, EmergencyCase request);
    }

    /// An act that was done before is done.
    Outcome<EmergencyCase> run(Actor who, Target target, EmergencyAct act, Step step) {
        return house.transactions().write(tx -> {
            String subject = target.reference().toString();
            Optional<EmergencyCase> found =
                    EmergencyDoor.isOurs(target.reference()) ? store.lock(tx, target.reference()) : Optional.empty();
            if (found.isEmpty() || !door.mayReadOwned(who, found.get())) {
                found.ifPresent(_ ->
                        house.looks().denied(tx, who, "emergency." + act.code(), subject, EmergencyDoor.NOT_YOUR_CASE));
                return new Outcome.NotFound<>();
            }
            if (!door.lets(tx, who, act.competence(), "emergency." + act.code(), subject)) {
                return Outcome.notAllowed(EmergencyDoor.NO_COMPETENCE);
            }
            EmergencyCase request = found.get();
            if (!EmergencyAct.possible(request).contains(act)) {
                return isDone(request, act)
                        ? new Outcome.Done<>(request)
                        : new Outcome.WrongState<>(request.state().word());
            }
            boolean stale = target.version().isPresent() && target.version().getAsLong() != request.version();
            return stale ? new Outcome.Stale<>(request.version()) : step.run(tx, request);
        });
    }

    private static boolean isDone(EmergencyCase request, EmergencyAct act) {
        return switch (act) {
            case SEND -> request.side() == Side.REQUESTING;
            case ACKNOWLEDGE -> request.state() instanceof EmergencyState.Acknowledged;
            case DRAFT, WITHDRAW, ACCEPT, KEEP, DECLINE, REVIEW -> false;
        };
    }

    static Outcome<EmergencyCase> complaint(String pointer, String code) {
        return new Outcome.NotAllowed<>("act-incomplete", List.of(Complaint.blocks(pointer, code)));
    }
}
