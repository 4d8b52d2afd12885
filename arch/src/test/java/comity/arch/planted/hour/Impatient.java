package comity.arch.planted.hour;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

public final class Impatient {
    private Impatient() {}

    public static Instant instant() {
        return Instant.now();
    }

    public static LocalDate day() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    public static long millis() {
        return System.currentTimeMillis();
    }

    public static Instant handedIn(Clock clock) {
        return Instant.now(clock);
    }
}
