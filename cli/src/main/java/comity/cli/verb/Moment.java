package comity.cli.verb;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/// Reads a moment as a person types it: with its offset (`2027-03-13T03:30+01:00`, `…Z`), or as a time from now
/// (`PT2H`). A time without a zone is nobody's time and is refused.
final class Moment {
    private Moment() {}

    static Instant read(String typed, Clock clock) {
        try {
            return typed.startsWith("P")
                    ? clock.instant().plus(Duration.parse(typed))
                    : OffsetDateTime.parse(typed.replace(' ', 'T')).toInstant();
        } catch (DateTimeException e) {
            throw new UsageFault("usage.moment", typed);
        }
    }
}
