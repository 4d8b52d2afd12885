package comity.law.offence;

import java.time.LocalDate;
import java.util.Optional;

/// The days on which a provision applies.
///
/// @param from its first day
/// @param to its last day; empty while it stands
public record InForce(LocalDate from, Optional<LocalDate> to) {
    public InForce {
        if (to.isPresent() && to.get().isBefore(from)) {
            throw new IllegalArgumentException("A provision cannot end before it begins");
        }
    }

    public boolean on(LocalDate day) {
        return !day.isBefore(from) && to.map(last -> !day.isAfter(last)).orElse(true);
    }
}
