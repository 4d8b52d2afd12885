package comity.cli.screen;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How moments are shown: in the person's zone and always in UTC beside it, because two desks talk about one
/// instant.
///
/// @param zone the zone to show
public record Times(ZoneId zone) {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);

    public String show(Instant instant) {
        String utc = UTC.format(instant);
        if (zone.getRules().getOffset(instant).equals(ZoneOffset.UTC)) {
            return utc;
        }
        return LOCAL.withZone(zone).format(instant) + " (" + utc + ")";
    }

    /// The same, when there may be none.
    public @Nullable String showIf(@Nullable Instant instant) {
        return instant == null ? null : show(instant);
    }

    /// A duration in days, hours and minutes, for example `59d 22h 05m`; a past one has a minus sign.
    public static String show(Duration duration) {
        Duration size = duration.abs();
        String sign = duration.isNegative() ? "-" : "";
        if (size.toDays() > 0) {
            return "%s%dd %02dh %02dm".formatted(sign, size.toDays(), size.toHoursPart(), size.toMinutesPart());
        }
        if (size.toHours() > 0) {
            return "%s%dh %02dm".formatted(sign, size.toHours(), size.toMinutesPart());
        }
        return "%s%dm %02ds".formatted(sign, size.toMinutes(), size.toSecondsPart());
    }
}
