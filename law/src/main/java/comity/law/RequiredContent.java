package comity.law;

/// One thing that a request for a measure says, for example one for preservation (art. 42(3)).
///
/// @param code the stable name, for example `necessity`
/// @param paragraph its letter in that paragraph, for example `a` to `g` in art. 42(3)
/// @param obligation how strictly it is asked
/// @param source article, evidence mark, as-of date and note; its value is the paragraph to cite
public record RequiredContent(String code, String paragraph, Obligation obligation, Fact<String> source) {
    /// How strictly the Convention asks for it.
    public enum Obligation {
        /// Without it the request is not one under that article.
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
