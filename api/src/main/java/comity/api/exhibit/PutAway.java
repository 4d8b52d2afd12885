package comity.api.exhibit;

/// Puts away what was opened. Nothing to say beyond that.
public record PutAway() {}
