package comity.api.exhibit;

/// A list of what is not handed over, opened.
///
/// @param number its place among the lists of the exhibit
/// @param document the list, a JSON object; the SHA-256 of its UTF-8 bytes stands in the custody
public record Remainder(int number, String document) {}
