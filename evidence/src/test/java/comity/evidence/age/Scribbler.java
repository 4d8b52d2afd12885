package comity.evidence.age;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A source that goes on writing to what it has handed over, as a mistake with a buffer would.
final class Scribbler implements PlainSource, AutoCloseable {
    private static final VarHandle BYTES = MethodHandles.arrayElementVarHandle(byte[].class);
    private static final int PLACE = 70_000;

    private final long length;
    private final AtomicLong written = new AtomicLong();
    private final Thread thread = new Thread(this::scribble, "scribbler");
    private volatile byte @Nullable [] handedOver;
    private volatile boolean ended;

    Scribbler(long length) {
        this.length = length;
        thread.start();
    }

    @Override
    public long length() {
        return length;
    }

    /// Comes back when it writes.
    @Override
    public void read(byte[] into, int length) {
        handedOver = into;
        long before = written.get();
        while (written.get() < before + 2) {
            Thread.onSpinWait();
        }
    }

    private void scribble() {
        while (!ended) {
            byte[] bytes = handedOver;
            if (bytes != null) {
                BYTES.setVolatile(bytes, PLACE, (byte) written.incrementAndGet());
            }
        }
    }

    @Override
    public void finish() {
        // All of it was made up.
    }

    @Override
    public void close() {
        ended = true;
    }
}
