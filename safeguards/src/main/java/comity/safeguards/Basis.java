package comity.safeguards;

/// The legal basis that a request names.
///
/// @param code one of [comity.law.LegalBases], for example `unc`
/// @param reference title and date of the instrument where the code asks for it; empty otherwise
/// @param binds whether it binds both States towards each other, as far as the treaty register knows
public record Basis(String code, String reference, Binds binds) {
    /// What the register knows of it.
    public enum Binds {
        BOTH,
        NOT_BOTH,
        NOT_KNOWN
    }

    /// A basis of which the register says nothing.
    public Basis(String code, String reference) {
        this(code, reference, Binds.NOT_KNOWN);
    }

    /// The Convention itself.
    public static Basis convention() {
        return new Basis("unc", "");
    }
}
