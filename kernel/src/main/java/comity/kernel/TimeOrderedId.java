package comity.kernel;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.UUID;

/// Makes UUIDs of version 7 (RFC 9562, 5.7): they sort by the time they were made, which keeps database indexes short.
public final class TimeOrderedId {
    private static final SecureRandom CHANCE = new SecureRandom();

    private TimeOrderedId() {}

    public static UUID at(Instant now) {
        long millis = now.toEpochMilli();
        long high = millis << 16 | 0x7000L | CHANCE.nextInt(0x1000);
        long low = CHANCE.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
