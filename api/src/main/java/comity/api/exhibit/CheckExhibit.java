package comity.api.exhibit;

/// Compares the exhibit with its seal once more. Nothing to say beyond that.
public record CheckExhibit() {}
