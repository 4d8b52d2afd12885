package comity.web.people;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Slows down guessing. After a few failures under one key every further try must wait, twice as long each time, up to
/// a limit; one success forgets the failures. Only the most recent keys are remembered, so the memory stays small.
public final class Throttle {
    private static final int REMEMBERED = 10_000;

    private final int free;
    private final Duration firstWait;
    private final Duration longestWait;
    private final Clock clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Failures(int count, Instant openAgain) {}

    /// @param free how many failures cost nothing
    public Throttle(int free, Duration firstWait, Duration longestWait, Clock clock) {
        this.free = free;
        this.firstWait = firstWait;
        this.longestWait = longestWait;
        this.clock = clock;
    }

    /// How long the next try under a key must wait; empty when it may come now.
    public synchronized Optional<Duration> wait(String key) {
        Failures known = failures.get(key);
        Instant now = clock.instant();
        return known == null || !now.isBefore(known.openAgain)
                ? Optional.empty()
                : Optional.of(Duration.between(now, known.openAgain));
    }

    public synchronized void failed(String key) {
        Failures known = failures.getOrDefault(key, new Failures(0, Instant.MIN));
        int count = known.count + 1;
        Instant openAgain = count <= free ? Instant.MIN : clock.instant().plus(wait(count - free));
        failures.put(key, new Failures(count, openAgain));
    }

    public synchronized void succeeded(String key) {
        failures.remove(key);
    }

    private Duration wait(int beyondFree) {
        Duration wait = firstWait.multipliedBy(1L << Math.min(beyondFree - 1, 20));
        return wait.compareTo(longestWait) > 0 ? longestWait : wait;
    }
}
