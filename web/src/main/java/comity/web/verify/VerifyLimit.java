package comity.web.verify;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// How often one address may ask whether a request is genuine: a handful at once, then a few each minute. A fingerprint
/// has 80 bits, so this is against noise; nobody could guess one anyway.
public final class VerifyLimit {
    private static final int REMEMBERED = 10_000;

    private final int atOnce;
    private final Duration each;
    private final Clock clock;
    private final Map<String, Instant> fullAgain = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > REMEMBERED;
        }
    };

    /// @param atOnce how many questions may come together
    /// @param each how long one question takes to be forgotten
    public VerifyLimit(int atOnce, Duration each, Clock clock) {
        this.atOnce = atOnce;
        this.each = each;
        this.clock = clock;
    }

    /// Counts one question; false when it is one too many.
    public synchronized boolean admits(String address) {
        Instant now = clock.instant();
        Instant full = fullAgain.getOrDefault(address, now);
        Instant from = full.isBefore(now) ? now : full;
        Instant then = from.plus(each);
        if (then.isAfter(now.plus(each.multipliedBy(atOnce)))) {
            return false;
        }
        fullAgain.put(address, then);
        return true;
    }
}
