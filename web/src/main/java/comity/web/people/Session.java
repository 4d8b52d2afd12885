package comity.web.people;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// One sign-in of one person in one browser.
public record Session(UUID account, Instant startedAt, Instant seenAt, Optional<Instant> endedAt) {}
