package comity.requests.identifiers;

/// A sign that the eye takes for another.
///
/// @param index where it stands in the decoded text, in UTF-16 units, from 0
/// @param sign the sign itself
/// @param looksLike what it is taken for
/// @param script whose sign it is, by its Unicode name, for example `Cyrillic`; `Digit` for a digit among letters
public record Lookalike(int index, String sign, String looksLike, String script) {}
