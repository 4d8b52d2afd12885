package comity.law.offence;

import java.time.Period;
import java.util.Optional;
import java.util.regex.Pattern;

/// Years and months as ISO 8601 writes them, for example `P6Y` or `P2Y6M`. Days are left out: no penalty is
/// compared by the day.
final class Span {
    private static final Pattern FORM = Pattern.compile("P(?=\\d)(?:\\d{1,3}Y)?(?:\\d{1,2}M)?");

    private Span() {}

    static Optional<Period> parse(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(Period.parse(text).normalized()).filter(period -> !period.isZero())
                : Optional.empty();
    }
}
