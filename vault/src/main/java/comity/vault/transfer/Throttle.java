package comity.vault.transfer;

import java.util.concurrent.locks.LockSupport;

/// A cap on bytes in a second, shared by all connections of a transfer.
final class Throttle {
    /// A reader may run ahead by this much of a second, so that it does not wait for every small piece.
    private static final double SLACK = 0.1;

    private final double nanosForByte;
    private long paidUntil = System.nanoTime();

    /// @param bytesPerSecond 0 for no cap
    Throttle(long bytesPerSecond) {
        this.nanosForByte = bytesPerSecond == 0 ? 0 : 1e9 / bytesPerSecond;
    }

    /// Waits until so many more bytes may be taken.
    void take(int bytes) {
        if (nanosForByte == 0) {
            return;
        }
        long wait;
        synchronized (this) {
            long now = System.nanoTime();
            paidUntil = Math.max(paidUntil, now) + Math.round(bytes * nanosForByte);
            wait = paidUntil - now - Math.round(SLACK * 1e9);
        }
        long until = System.nanoTime() + wait;
        while (until - System.nanoTime() > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }
}
