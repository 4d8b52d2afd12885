package comity.law.basis;

import comity.law.treaty.Instrument;
import comity.law.treaty.Standing;
import comity.law.treaty.TreatyAct;
import java.util.List;

/// How one treaty stands between two States on a day.
///
/// @param basis the code that a request names, one of `comity.law.LegalBases`
/// @param binds whether it binds both towards each other; never [Carries#WITH_FACTS]
/// @param reservations those of either State, which work both ways (Vienna Convention, art. 21)
/// @param reasons why, each with the statement it rests on
public record Between(
        Instrument instrument,
        String basis,
        Carries binds,
        Standing asking,
        Standing asked,
        List<TreatyAct.Reservation> reservations,
        List<Reason> reasons) {
    public Between {
        reservations = List.copyOf(reservations);
        reasons = List.copyOf(reasons);
    }

    /// Whether a reservation of either takes a provision out between the two.
    public boolean excludes(String provision) {
        return reservations.stream().anyMatch(reservation -> reservation.excludes(provision));
    }
}
