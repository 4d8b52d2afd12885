package comity.requests.emergency;

import comity.kernel.Actor;
import comity.kernel.Complaint;
import comity.kernel.RequestReference;
import comity.kernel.RequestType;
import comity.kernel.Role;
import comity.kernel.transaction.Transaction;
import comity.requests.Outcome;
import comity.requests.Side;
import comity.requests.preservation.House;
import comity.safeguards.Act;
import comity.safeguards.Ruling;
import java.util.Map;
import java.util.Optional;

/// Who may see and do what. Every look and everybody turned away is written down for oversight.
final class EmergencyDoor {
    static final String NO_COMPETENCE = "role-not-competent";
    static final String NOT_YOUR_CASE = "not-your-case";
    private final House house;
    private final EmergencyStore store;

    EmergencyDoor(House house, EmergencyStore store) {
        this.house = house;
        this.store = store;
    }

    /// Whether a reference names a request of this kind at all.
    static boolean isOurs(RequestReference reference) {
        return reference.type() == RequestType.EMERGENCY;
    }

    boolean mayRead(Actor who) {
        return house.safeguards().competent(who, Act.READ_CASE);
    }

    /// An investigator sees own requests only; the desk, the central authority and oversight see all.
    static boolean seesAll(Actor who) {
        return who.is(Role.DUTY_OFFICER) || who.is(Role.CENTRAL_AUTHORITY) || who.is(Role.OVERSIGHT);
    }

    static Optional<String> ownOnly(Actor who) {
        return seesAll(who) ? Optional.empty() : Optional.of(who.person());
    }

    boolean mayReadOwned(Actor who, EmergencyCase request) {
        boolean own = request.side() == Side.REQUESTING && request.owner().equals(who.person());
        return mayRead(who) && (seesAll(who) || own);
    }

    /// Whether the person's role may do this; if not, that is written down.
    boolean lets(Transaction tx, Actor who, Act act, String what, String subject) {
        boolean competent = house.safeguards().competent(who, act);
        if (!competent) {
            house.looks().denied(tx, who, what, subject, NO_COMPETENCE);
        }
        return competent;
    }

    /// Opens a case for reading, and writes the look down in the same transaction.
    Outcome<EmergencyCase> look(Transaction tx, Actor who, String what, RequestReference reference) {
        Optional<EmergencyCase> found = isOurs(reference) ? store.find(tx, reference) : Optional.empty();
        if (found.isEmpty()) {
            return new Outcome.NotFound<>();
        }
        String subject = reference.toString();
        if (!mayRead(who)) {
            house.looks().denied(tx, who, what, subject, NO_COMPETENCE);
            return Outcome.notAllowed(NO_COMPETENCE);
        }
        if (!mayReadOwned(who, found.get())) {
            house.looks().denied(tx, who, what, subject, NOT_YOUR_CASE);
            return new Outcome.NotFound<>();
        }
        house.looks().seen(tx, who, what, subject, what);
        return new Outcome.Done<>(found.get());
    }

    /// All grounds of the safeguards at once, each with its provision.
    static <T> Outcome<T> forbidden(Ruling.Forbidden ruling) {
        return new Outcome.NotAllowed<>(
                ruling.ground().code(),
                ruling.grounds().stream()
                        .map(ground ->
                                Complaint.blocks("", ground.code()).with(Map.of("provision", ground.provision())))
                        .toList());
    }
}
