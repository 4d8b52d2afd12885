package comity.web.exhibit;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/// Printing a paper takes a third of a second of a processor, which many readers at once would take from
/// everybody else: only a few are printed at a time, and who comes then is asked to come again.
public final class Printing {
    /// A node may have two processors; one must be left for those who do not print.
    private static final int AT_ONCE = 2;

    private final Semaphore places = new Semaphore(AT_ONCE);

    /// Does the work; empty when too many papers are being printed.
    <T> Optional<T> inTurn(Supplier<T> work) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            places.release();
        }
    }
}
