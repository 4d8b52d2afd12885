package comity.federation.courier;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/// How long to wait before trying again.
final class Pause {
    private final CourierSettings settings;

    Pause(CourierSettings settings) {
        this.settings = settings;
    }

    /// Doubles with every failure up to the longest, and varies by a fifth: after an outage, States must not all
    /// call in the same second.
    ///
    /// @param failures in a row, from 1
    Duration after(int failures) {
        int doublings = Math.min(Math.max(failures - 1, 0), 20);
        Duration doubled = settings.firstPause().multipliedBy(1L << doublings);
        Duration pause = doubled.compareTo(settings.longestPause()) < 0 ? doubled : settings.longestPause();
        return Duration.ofMillis(
                (long) (pause.toMillis() * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
    }
}
