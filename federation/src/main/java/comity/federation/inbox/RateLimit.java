package comity.federation.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// A bucket of tokens for each peer: it fills steadily up to a brim, and every call takes one. Peers do not share, so
/// one that calls without end slows down nobody but itself.
final class RateLimit {
    private static final double NANOS = 1e9;

    private final InboxSettings settings;
    private final Clock clock;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    RateLimit(InboxSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /// Takes a token; gives how long to wait when there is none.
    Optional<Duration> take(String peer) {
        return buckets.computeIfAbsent(peer, _ -> new Bucket(settings, clock.instant()))
                .take(clock.instant());
    }

    private static final class Bucket {
        private final InboxSettings settings;
        private double tokens;
        private Instant filledAt;

        Bucket(InboxSettings settings, Instant now) {
            this.settings = settings;
            this.tokens = settings.burst();
            this.filledAt = now;
        }

        synchronized Optional<Duration> take(Instant now) {
            double seconds = Math.max(0, Duration.between(filledAt, now).toNanos() / NANOS);
            tokens = Math.min(settings.burst(), tokens + seconds * settings.callsPerSecond());
            filledAt = now;
            if (tokens >= 1) {
                tokens--;
                return Optional.empty();
            }
            return Optional.of(Duration.ofNanos((long) ((1 - tokens) / settings.callsPerSecond() * NANOS)));
        }
    }
}
