package comity.evidence.contents;

import comity.evidence.age.AgeReader;
import comity.evidence.age.Geometry;
import comity.evidence.age.Progress;
import comity.evidence.age.Segments;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Opens an age file in threads of its own and gives its plaintext to one reader. Every byte that comes out has been
/// authenticated; the end comes only after the last chunk has.
final class Handover extends InputStream {
    private static final int AHEAD = 3;

    /// What is handed over.
    private sealed interface Piece {
        /// Some plaintext.
        @SuppressWarnings("ArrayRecordComponent")
        record Plain(byte[] bytes, int length) implements Piece {}

        /// Nothing more comes, because of the end or of a failure.
        record End() implements Piece {}
    }

    private final BlockingQueue<Piece> queue = new ArrayBlockingQueue<>(AHEAD + 1);
    /// The same few arrays go round: a new one for each leaf would keep the collector of garbage busy.
    private final BlockingQueue<byte[]> free = new ArrayBlockingQueue<>(AHEAD);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>(null);
    private final AtomicReference<@Nullable Segments> segments = new AtomicReference<>(null);
    private final Thread opening;
    private ByteBuffer current = ByteBuffer.allocate(0);
    private boolean ended;
    private volatile boolean abandoned;

    Handover(AgeReader reader, Progress progress, int workers) {
        int longest =
                (int) Math.min(Geometry.LEAF, Math.max(1, reader.geometry().plainLength()));
        for (int i = 0; i < AHEAD; i++) {
            free.add(new byte[longest]);
        }
        this.opening = Thread.ofPlatform().name("age-handover").daemon().start(() -> {
            try {
                segments.set(reader.read(this::put, progress, workers));
            } catch (Throwable e) {
                failure.set(e);
            }
            queue.add(new Piece.End());
        });
    }

    /// There is room in the queue for every array, and for the end.
    private void put(byte[] plain, int length) {
        byte[] own = nextFree();
        System.arraycopy(plain, 0, own, 0, length);
        queue.add(new Piece.Plain(own, length));
    }

    private byte[] nextFree() {
        try {
            while (!abandoned) {
                byte[] own = free.poll(100, TimeUnit.MILLISECONDS);
                if (own != null) {
                    return own;
                }
                // The reader is slow; it may also have gone.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException("Nobody reads any more");
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!current.hasRemaining()) {
            if (ended) {
                return -1;
            }
            take();
        }
        int part = Math.min(length, current.remaining());
        current.get(into, offset, part);
        return part;
    }

    private void take() throws InterruptedIOException {
        try {
            switch (queue.take()) {
                case Piece.Plain(byte[] bytes, int length) -> {
                    giveBack();
                    current = ByteBuffer.wrap(bytes, 0, length);
                }
                case Piece.End() -> {
                    ended = true;
                    rethrow();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private void giveBack() {
        if (current.capacity() > 0) {
            free.add(current.array());
        }
    }

    private void rethrow() {
        switch (failure.get()) {
            case null -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
    }

    /// The tree over the file as it was read; known at the end.
    Segments segments() {
        Segments read = segments.get();
        if (read == null) {
            throw new IllegalStateException("The file was not read to its end");
        }
        return read;
    }

    @Override
    public void close() {
        abandoned = true;
        boolean interrupted = false;
        while (opening.isAlive()) {
            try {
                opening.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
