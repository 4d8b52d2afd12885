package comity.cli.call;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.function.LongSupplier;

/// Holds bytes back, so that others can use the line, too.
public final class Pace {
    private static final Pace FREE = new Pace(0, () -> 0);

    private final long perSecond;
    private final LongSupplier nanoTime;
    private long begun;
    private long bytes;

    private Pace(long perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
    }

    /// As fast as the line is.
    public static Pace free() {
        return FREE;
    }

    /// @param perSecond at least 1
    /// @param nanoTime a clock that only runs forwards
    public static Pace of(long perSecond, LongSupplier nanoTime) {
        if (perSecond < 1) {
            throw new IllegalArgumentException("Nothing would ever arrive");
        }
        return new Pace(perSecond, nanoTime);
    }

    /// How many bytes may go at once, so that they do not go in gusts.
    int atOnce(int wished) {
        return perSecond == 0 ? wished : (int) Math.min(wished, Math.max(1, perSecond / 4));
    }

    /// Some bytes go; waits until they may.
    synchronized void pass(int some) throws InterruptedIOException {
        if (perSecond == 0 || some < 1) {
            return;
        }
        bytes += some;
        long due = begun + (long) (bytes * 1e9 / perSecond);
        long wait = due - nanoTime.getAsLong();
        if (wait <= 0) {
            // What was not used while the line was broken is not made up for.
            begun = nanoTime.getAsLong();
            bytes = 0;
            return;
        }
        try {
            Thread.sleep(Duration.ofNanos(wait));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted");
        }
    }
}
