package comity.api.exhibit;

/// Seals the exhibit to the key of the State that gets it, and offers it. Nothing to say beyond that.
public record HandOver() {}
