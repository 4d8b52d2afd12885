package comity.api.exhibit;

/// Pulls the exhibit anew, because what is here is not good. Nothing to say beyond that.
public record FetchAgain() {}
