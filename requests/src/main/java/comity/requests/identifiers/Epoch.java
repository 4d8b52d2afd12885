package comity.requests.identifiers;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// Times as programs count them: seconds, milliseconds or microseconds since 1970, in UTC.
final class Epoch {
    private Epoch() {}

    static Optional<Instant> read(String text) {
        if (text.matches("[0-9]{9,10}(?:\\.[0-9]{1,9})?")) {
            return Optional.of(seconds(new BigDecimal(text)));
        }
        if (text.matches("[0-9]{13}")) {
            return Optional.of(seconds(new BigDecimal(text).movePointLeft(3)));
        }
        return text.matches("[0-9]{16}")
                ? Optional.of(seconds(new BigDecimal(text).movePointLeft(6)))
                : Optional.empty();
    }

    private static Instant seconds(BigDecimal seconds) {
        long whole = seconds.longValue();
        return Instant.ofEpochSecond(
                whole,
                seconds.subtract(BigDecimal.valueOf(whole)).movePointRight(9).longValue());
    }
}
