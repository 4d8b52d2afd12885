package comity.vault;

/// What allows an exhibit to be handed over, in the words of the State that hands it over.
///
/// @param reference the decision at home, as courts and offices number it
/// @param article the article of the Convention or of another treaty that it serves, for example `unc.44`
/// @param item which item of the request it answers; may be empty
/// @param conditions for what it may be used and for what not; may be empty
public record HandoverOrder(String reference, String article, String item, String conditions) {}
