package comity.cli.screen;

import comity.cli.words.Texts;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// One line that tells a person how far a long piece of work has come: beside the answer, and only on a terminal.
public final class ProgressLine implements AutoCloseable {
    private static final long EVERY = Duration.ofMillis(250).toNanos();
    /// Work that ends at once needs no line.
    private static final long PATIENCE = Duration.ofSeconds(1).toNanos();

    private final PrintWriter err;
    private final Texts texts;
    private final boolean shown;
    private final long total;
    private final LongSupplier nanoTime;
    private final long begun;
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong nextAt;

    /// @param shown whether a person's terminal is at the other end
    /// @param total how many bytes there are to do
    /// @param nanoTime a clock that only runs forwards
    public ProgressLine(PrintWriter err, Texts texts, boolean shown, long total, LongSupplier nanoTime) {
        this.err = err;
        this.texts = texts;
        this.shown = shown && total > 0;
        this.total = total;
        this.nanoTime = nanoTime;
        this.begun = nanoTime.getAsLong();
        this.nextAt = new AtomicLong(begun + PATIENCE);
    }

    /// Some more bytes are done. May be called by several threads.
    public void more(long bytes) {
        long sum = done.addAndGet(bytes);
        if (!shown) {
            return;
        }
        long now = nanoTime.getAsLong();
        long at = nextAt.get();
        if (now - at >= 0 && nextAt.compareAndSet(at, now + EVERY)) {
            show(sum, now);
        }
    }

    private void show(long sum, long now) {
        double seconds = (now - begun) / 1e9;
        double rate = sum / seconds;
        long left = Math.round((total - sum) / Math.max(1, rate));
        String line = texts.say(
                "progress.line",
                Math.min(100, 100 * sum / total),
                String.format(Locale.ROOT, "%.0f", rate / 1e6),
                String.format(Locale.ROOT, "%d:%02d:%02d", left / 3600, left / 60 % 60, left % 60));
        synchronized (err) {
            err.print("\r" + Clean.line(line) + "\u001b[K");
            err.flush();
        }
    }

    /// Takes the line away.
    @Override
    public void close() {
        if (shown && nextAt.get() != begun + PATIENCE) {
            synchronized (err) {
                err.print("\r\u001b[K");
                err.flush();
            }
        }
    }
}
