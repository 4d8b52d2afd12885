package comity.law.treaty;

import java.time.LocalDate;

/// How a statement of the register is known.
///
/// @param source where it was read, for a person to look up
/// @param depositary the depositary's own number, for example `C.N.196.2025.TREATIES-XVIII.16`; empty when none was
/// seen
/// @param asOf the day on which the source was last looked at
/// @param note what a reader should know before relying on it; may be empty
public record Provenance(String source, String depositary, LocalDate asOf, Confidence confidence, String note) {
    /// How well.
    public enum Confidence {
        /// The statement itself was seen, with its date, in the depositary's or another official table.
        SEEN,
        /// The statement was seen; part of it, mostly the day, is inferred.
        PARTLY_INFERRED,
        /// Only secondary sources report it.
        REPORTED
    }

    public Provenance {
        if (source.isBlank()) {
            throw new IllegalArgumentException("a statement names its source");
        }
    }
}
