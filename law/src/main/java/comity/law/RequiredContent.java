package comity.law;

/// One thing that a preservation request says (art. 42(3)).
///
/// @param code the stable name, for example `necessity`
/// @param paragraph the letter in art. 42(3), `a` to `g`
/// @param obligation how strictly it is asked
/// @param source article, evidence mark, as-of date and note; its value is the paragraph to cite
public record RequiredContent(String code, String paragraph, Obligation obligation, Fact<String> source) {
    /// How strictly the Convention asks for it.
    public enum Obligation {
        /// Without it the request is not one under art. 42.
        REQUIRED,
        /// Whatever is known must be said; it is lawful to know nothing.
        WHERE_KNOWN,
        /// A wish the requesting State may express.
        AS_APPROPRIATE
    }

    /// The paragraph to cite, for example `42(3)(e)`.
    public String provision() {
        return source.value();
    }
}
