package comity.law.treaty;

import comity.kernel.StateCode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A treaty that the register follows.
///
/// @param code stable, for example `unc`, `budapest`, `bilateral.xa-xg.1998`
/// @param titles by BCP 47 tag; English is always there
/// @param complete whether a State that the register does not name under it is known not to be bound. Otherwise its
///     silence means nothing
/// @param between the two or more States of a closed treaty; empty for one that others may join
/// @param from the day since which another treaty than the Convention is in force; empty when it is not yet
/// @param until the day on which a closed treaty ended
/// @param assistance it is, or holds, a treaty on mutual legal assistance, so that art. 40(7) leaves it in place
/// @param source how this is known
public record Instrument(
        String code,
        Kind kind,
        Map<String, String> titles,
        boolean complete,
        Set<StateCode> between,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        boolean assistance,
        Provenance source) {
    /// What manner of treaty.
    public enum Kind {
        /// The Convention of this program. When it binds is reckoned, not stated.
        CONVENTION,
        /// Open to many.
        MULTILATERAL,
        /// Between the States of a region.
        REGIONAL,
        /// Between two States.
        BILATERAL
    }

    /// The code of the Convention itself.
    public static final String CONVENTION = "unc";

    public Instrument {
        titles = Map.copyOf(titles);
        between = Set.copyOf(between);
    }

    public boolean isConvention() {
        return kind == Kind.CONVENTION;
    }

    /// Whether it names its own States instead of waiting for their instruments.
    public boolean isClosed() {
        return !between.isEmpty();
    }
}
