package comity.law.treaty;

import comity.law.TreatyStatus;
import java.time.LocalDate;
import java.util.Optional;

/// Where a participant stands towards a treaty on a day.
public sealed interface Standing {
    /// Whether the treaty binds it on that day.
    default boolean isBound() {
        return this instanceof Party || this instanceof Leaving;
    }

    /// Nothing is recorded.
    ///
    /// @param known the register is complete for this treaty, so that nothing recorded means not bound
    record Nothing(boolean known) implements Standing {}

    /// Has signed.
    record Signatory(When on) implements Standing {}

    /// Has given its instrument; it does not bind yet.
    ///
    /// @param from since when it will, if that can be reckoned already
    record Deposited(TreatyAct.Deposit instrument, Optional<LocalDate> from) implements Standing {}

    /// Bound.
    ///
    /// @param instrument empty for a closed treaty, which names its States itself
    record Party(Optional<TreatyAct.Deposit> instrument, LocalDate since) implements Standing {}

    /// Bound, and leaving.
    ///
    /// @param until the first day on which it is bound no longer
    record Leaving(LocalDate since, LocalDate until) implements Standing {}

    /// Bound once.
    ///
    /// @param since the first day on which it was bound no longer
    record Former(LocalDate since) implements Standing {}

    /// The short word of letters and lists.
    default TreatyStatus status(Participant participant) {
        return switch (this) {
            case Party _, Leaving _ -> participant.isState() ? TreatyStatus.PARTY : TreatyStatus.ORGANIZATION;
            case Signatory _, Deposited _ -> TreatyStatus.SIGNATORY;
            case Nothing _, Former _ -> TreatyStatus.NEITHER;
        };
    }
}
