package comity.requests.preservation;

import comity.kernel.Actor;
import comity.kernel.Role;
import comity.kernel.transaction.Transaction;

/// Who may see and do what. Whoever is turned away is written down for oversight.
final class Gate {
    static final String NO_COMPETENCE = "role-not-competent";
    static final String NOT_YOUR_CASE = "not-your-case";

    private final House house;

    Gate(House house) {
        this.house = house;
    }

    boolean mayDo(Actor who, Act act) {
        return house.safeguards().competent(who, act.competence());
    }

    boolean mayRead(Actor who) {
        return house.safeguards().competent(who, comity.safeguards.Act.READ_CASE);
    }

    /// An investigator sees own requests only; the desk, the central authority and oversight see all.
    static boolean seesAll(Actor who) {
        return who.is(Role.DUTY_OFFICER) || who.is(Role.CENTRAL_AUTHORITY) || who.is(Role.OVERSIGHT);
    }

    boolean mayReadOwned(Actor who, String owner) {
        return mayRead(who) && (seesAll(who) || owner.equals(who.person()));
    }

    void turnedAway(Transaction tx, Actor who, String what, String subject, String reason) {
        house.looks().denied(tx, who, what, subject, reason);
    }

    void looked(Transaction tx, Actor who, String what, String subject) {
        house.looks().seen(tx, who, what, subject, what);
    }
}
