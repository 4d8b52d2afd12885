package comity.law.dispute;

import comity.kernel.StateCode;
import comity.law.offence.ProvisionId;
import java.time.LocalDate;
import java.util.Optional;

/// Somebody holds an entry of a State's book to be wrong. It stands beside the entry until it is taken back.
///
/// @param provision the entry
/// @param by the State in whose name it is disputed; empty for the secretariat
/// @param on the day (UTC) on which it was entered
/// @param reason at most [#LONGEST_REASON] characters
public record Dispute(ProvisionId provision, Optional<StateCode> by, LocalDate on, String reason) {
    /// The most characters of a reason.
    public static final int LONGEST_REASON = 1_000;

    /// Whether it is this one's, and about this entry.
    public boolean isOf(Optional<StateCode> other, ProvisionId id) {
        return by.equals(other) && provision.equals(id);
    }
}
