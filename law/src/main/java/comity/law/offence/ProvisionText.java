package comity.law.offence;

/// A provision's words in one language.
///
/// @param language BCP 47 tag
/// @param standing whether it is the law itself or a translation
/// @param title the heading
/// @param text the wording
public record ProvisionText(String language, TextStanding standing, String title, String text) {
    /// What a text is.
    public enum TextStanding {
        /// The law itself.
        ORIGINAL,
        /// Translated by the State.
        OFFICIAL,
        /// Translated and checked by somebody else.
        UNOFFICIAL,
        /// Translated, and nobody has checked it.
        UNVERIFIED
    }
}
