package comity.safeguards;

/// The legal basis that a request names.
///
/// @param code one of [comity.law.LegalBases], for example `unc`
/// @param reference title and date of the instrument where the code asks for it; empty otherwise
public record Basis(String code, String reference) {
    /// The Convention itself.
    public static Basis convention() {
        return new Basis("unc", "");
    }
}
