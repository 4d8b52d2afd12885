package comity.evidence.contents;

import comity.evidence.age.AgeReader;
import comity.evidence.age.Progress;
import comity.evidence.age.Segments;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Opens an age file in threads of its own and gives its plaintext to one reader. Every byte that comes out has been
/// authenticated; the end comes only after the last chunk has.
final class Handover extends InputStream {
    private static final int AHEAD = 2;

    /// What is handed over.
    private sealed interface Piece {
        /// Some plaintext.
        record Plain(ByteBuffer bytes) implements Piece {}

        /// Nothing more comes, because of the end or of a failure.
        record End() implements Piece {}
    }

    private final BlockingQueue<Piece> queue = new ArrayBlockingQueue<>(AHEAD);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>(null);
    private final AtomicReference<@Nullable Segments> segments = new AtomicReference<>(null);
    private final Thread opening;
    private ByteBuffer current = ByteBuffer.allocate(0);
    private boolean ended;
    private volatile boolean abandoned;

    Handover(AgeReader reader, Progress progress, int workers) {
        this.opening = Thread.ofPlatform().name("age-handover").daemon().start(() -> {
            try {
                segments.set(reader.read(
                        (plain, length) -> put(new Piece.Plain(ByteBuffer.wrap(Arrays.copyOf(plain, length)))),
                        progress,
                        workers));
            } catch (Throwable e) {
                failure.set(e);
            }
            put(new Piece.End());
        });
    }

    private void put(Piece piece) {
        try {
            while (!abandoned && !queue.offer(piece, 100, TimeUnit.MILLISECONDS)) {
                // The reader is slow; it may also have gone.
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (abandoned && piece instanceof Piece.Plain) {
            throw new IllegalStateException("Nobody reads any more");
        }
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
                case Piece.Plain(ByteBuffer bytes) -> current = bytes;
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
        queue.clear();
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
