package comity.web.people;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// One sign-in of one person in one browser.
///
/// @param extensions how often its person has put off its longest length
public record Session(UUID account, Instant startedAt, Instant seenAt, int extensions, Optional<Instant> endedAt) {
    Session seen(Instant at) {
        return new Session(account, startedAt, at, extensions, endedAt);
    }
}
