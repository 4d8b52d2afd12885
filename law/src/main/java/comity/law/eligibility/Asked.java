package comity.law.eligibility;

import comity.kernel.StateCode;
import comity.law.basis.DataClass;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/// What somebody wants to know.
///
/// @param asking the State that would ask
/// @param asked the State that would be asked
/// @param measure the code of a [Cooperation]
/// @param data the kind of data, where the measure is about data and the reader has said
/// @param day the day for which it is answered
public record Asked(
        StateCode asking, StateCode asked, Crime crime, String measure, Optional<DataClass> data, LocalDate day) {
    /// For which offence.
    public sealed interface Crime {
        /// Whether it is one of the Convention's own.
        default boolean isOfConvention() {
            return !(this instanceof OtherCrime);
        }
    }

    /// One of arts 7 to 17, by its id.
    public record ConventionOffence(String id) implements Crime {}

    /// One of arts 7 to 17 that is not named yet; no reservation to one of them counts.
    public record AnyConventionOffence() implements Crime {}

    /// Any other, by its longest penalty in years under either law. The text does not say whose law counts; the asking
    /// State's is taken, and both are shown.
    public record OtherCrime(OptionalInt askingYears, OptionalInt askedYears) implements Crime {}
}
