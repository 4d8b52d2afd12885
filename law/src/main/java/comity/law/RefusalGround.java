package comity.law;

/// One reason a State may give for saying no. For which measure it counts is said by the measures, in `eligibility`.
///
/// @param code the stable name in letters, tables and message files, for example `essential-interests`
/// @param kind what the Convention makes of it
/// @param needsReservation the State must have made the reservation that carries it
/// @param onlyOutsideConvention it cannot be used for the Convention's own offences
/// @param consultFirst the other State must be consulted before (art. 40(28))
/// @param source article, evidence mark, as-of date and note; its value is the paragraph to cite
public record RefusalGround(
        String code,
        Kind kind,
        boolean needsReservation,
        boolean onlyOutsideConvention,
        boolean consultFirst,
        Fact<String> source) {
    /// What the Convention makes of a ground. None obliges a State to refuse; domestic law may.
    public enum Kind {
        /// The State may refuse.
        MAY_REFUSE,
        /// The State has no obligation to help.
        NO_OBLIGATION,
        /// The State has reserved this for itself.
        RESERVED,
        /// Never enough by itself.
        NEVER_ALONE
    }

    /// The paragraph to cite, for example `40(21)(b)`.
    public String provision() {
        return source.value();
    }
}
