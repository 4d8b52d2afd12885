package comity.directory;

import java.time.Duration;
import java.time.Instant;

/// Which edition of the registry's list this node goes by.
///
/// @param number counts up from 1; 0 means that no list has been read yet
/// @param expiresAt after this the list still serves, with a warning: an old telephone number is better than none
/// @param digest SHA-256 of the signed bytes, 64 hexadecimal digits
public record ListVersion(long number, Instant issuedAt, Instant expiresAt, String digest) {
    /// Before the first list.
    public static final ListVersion NONE = new ListVersion(0, Instant.EPOCH, Instant.EPOCH, "");

    /// How a list stands in time.
    public enum Freshness {
        FRESH,
        /// Less than a week before its end.
        EXPIRES_SOON,
        EXPIRED
    }

    private static final Duration WARNING = Duration.ofDays(7);

    public Freshness freshness(Instant now) {
        if (!now.isBefore(expiresAt)) {
            return Freshness.EXPIRED;
        }
        return now.isBefore(expiresAt.minus(WARNING)) ? Freshness.FRESH : Freshness.EXPIRES_SOON;
    }
}
