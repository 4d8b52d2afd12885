package comity.requests.preservation;

import java.time.Instant;

/// Asked for before the end (art. 42(9)).
public record ExtensionWish(int days, String reason, Instant at) {}
