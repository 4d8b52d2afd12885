package comity.law.treaty;

import comity.kernel.Complaint;
import java.util.Locale;
import java.util.Map;

/// Why a register cannot be what it says.
///
/// @param where the id of the act or the code of the participant or treaty
/// @param detail the days, codes or ids that contradict each other
public record RegisterFault(String where, Kind kind, String detail) {
    private static final String CODE = "register-";

    /// What is wrong; the words for it are in the pages' files.
    public enum Kind {
        /// The same code or id stands twice.
        TWICE,
        /// No State, organization or practice State has this code.
        UNKNOWN_CODE,
        /// Names a participant that the register does not have.
        UNKNOWN_PARTICIPANT,
        /// Names a treaty that the register does not have.
        UNKNOWN_INSTRUMENT,
        /// Names an act that the register does not have, or one of another kind.
        UNKNOWN_ACT,
        /// Names a duty that the final provisions do not have.
        UNKNOWN_DUTY,
        /// Ratified, accepted or approved without a signature.
        INSTRUMENT_WITHOUT_SIGNATURE,
        /// Ratified, accepted or approved before it signed.
        INSTRUMENT_BEFORE_SIGNATURE,
        /// Signed before the treaty was open, or after it was closed for signature.
        SIGNATURE_OUT_OF_TIME,
        /// A second signature that stands beside the first.
        SIGNED_TWICE,
        /// A second instrument while the first one still holds.
        DEPOSITED_TWICE,
        /// Leaves a treaty that it has no instrument for.
        DENUNCIATION_WITHOUT_INSTRUMENT,
        /// Takes back something before it was done, or what another did.
        WITHDRAWAL_OUT_OF_PLACE,
        /// An organization is counted as a State, or a State as an organization.
        NOT_A_STATE,
        /// Versions of an act leave a gap, or two have the same number.
        VERSIONS_BROKEN,
        /// A corrected act changes who did it or about which treaty.
        CORRECTION_OF_ANOTHER,
        /// Lies in the future of the register's own day.
        IN_THE_FUTURE,
        /// For another treaty that is in force it must be said since when it binds.
        BINDING_DAY_MISSING
    }

    /// The same as a complaint about a place of a file.
    ///
    /// @param pointer the row and column of a table, or the pointer into a book
    Complaint at(String pointer) {
        return Complaint.blocks(
                        pointer, CODE + kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .with(Map.of("where", where, "detail", detail));
    }

    @Override
    public String toString() {
        return where + ": " + kind + (detail.isEmpty() ? "" : " (" + detail + ")");
    }
}
