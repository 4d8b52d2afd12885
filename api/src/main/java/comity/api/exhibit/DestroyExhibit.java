package comity.api.exhibit;

/// Destroys all of it that is here; the other State is told.
///
/// @param reason why
public record DestroyExhibit(String reason) {}
