package comity.law.offence;

import java.time.LocalDate;
import java.util.Optional;

/// Who stands for an entry.
///
/// @param by who has verified it
/// @param who the verifier by role, never by name; empty when nobody has
/// @param on the day of verification
/// @param source where the text was taken from
public record Vouching(Voucher by, String who, Optional<LocalDate> on, String source) {
    /// Who has verified an entry, most trusted first.
    public enum Voucher {
        /// The State whose law it is.
        STATE,
        /// A person named by role.
        PERSON,
        /// Nobody yet.
        NOBODY
    }
}
