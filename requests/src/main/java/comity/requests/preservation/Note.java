package comity.requests.preservation;

import java.time.Instant;

/// A word among colleagues. It stands in a table of its own that no letter is ever made from.
public record Note(Instant at, String person, String role, String text) {}
