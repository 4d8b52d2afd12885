package comity.vault.picture;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How moments are written: as ISO 8601 has them, because a court in any language reads them in one way,
/// and always with what they are counted from.
record Times(ZoneId zone) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("MM-dd", Locale.ROOT);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter THOUSANDTHS = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);

    /// Another State may write any year that Java can hold; no calendar on paper has these.
    private static final Instant FIRST = Instant.parse("0001-01-02T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");

    /// For example `2027-03-13 02:31:07 UTC` or `2027-03-13 04:31:07 UTC+02:00`.
    String moment(Instant at) {
        if (isStrange(at)) {
            return at.toString();
        }
        OffsetDateTime here = here(at);
        DateTimeFormatter clock = at.getNano() < 1_000_000 ? SECONDS : THOUSANDTHS;
        String offset = here.getOffset().equals(ZoneOffset.UTC) ? "" : OFFSET.format(here);
        return DAY.format(here) + " " + clock.format(here) + " UTC" + offset;
    }

    String day(Instant at) {
        return isStrange(at) ? "?" : DAY.format(here(at));
    }

    String dayInYear(Instant at) {
        return isStrange(at) ? "?" : SHORT_DAY.format(here(at));
    }

    String clock(Instant at) {
        return isStrange(at) ? "?" : CLOCK.format(here(at));
    }

    /// What the times are counted from.
    String name() {
        return zone.normalized().equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
    }

    private OffsetDateTime here(Instant at) {
        return at.atZone(zone).toOffsetDateTime();
    }

    private static boolean isStrange(Instant at) {
        return at.isBefore(FIRST) || at.isAfter(LAST);
    }
}
