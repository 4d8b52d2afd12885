package comity.api.request;

/// A word to colleagues.
///
/// @param text what to say
public record NewNote(String text) {}
