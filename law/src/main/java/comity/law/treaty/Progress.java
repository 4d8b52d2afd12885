package comity.law.treaty;

import comity.kernel.StateCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// How far the Convention is from entry into force, on a day.
///
/// @param day the day that it is reckoned for
/// @param counted the instruments that count, by day; instruments taken back before it bound are not among them
/// @param notCounted those by organizations (art. 65(1))
/// @param needed how many must count
/// @param complete the day on which the last one that was needed was deposited
/// @param inForceOn the day of entry into force, once the count is complete
/// @param supposed the States whose deposit was only supposed
public record Progress(
        LocalDate day,
        List<TreatyAct.Deposit> counted,
        List<TreatyAct.Deposit> notCounted,
        int needed,
        Optional<LocalDate> complete,
        Optional<LocalDate> inForceOn,
        List<StateCode> supposed) {
    public Progress {
        counted = List.copyOf(counted);
        notCounted = List.copyOf(notCounted);
        supposed = List.copyOf(supposed);
    }

    /// How many are still missing.
    public int missing() {
        return complete.isPresent() ? 0 : Math.max(0, needed - counted.size());
    }

    public boolean isInForce() {
        return inForceOn.map(on -> !on.isAfter(day)).orElse(false);
    }

    /// Of those that count, how many the depositary's own table or the like has shown.
    public long seen() {
        return counted.stream()
                .filter(deposit -> deposit.head().source().confidence() != Provenance.Confidence.REPORTED)
                .count();
    }
}
