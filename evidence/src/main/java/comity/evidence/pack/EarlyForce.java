package comity.evidence.pack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;

/// Forces a file to the disk again and again while it is written, so that little is left to wait for at the end. What
/// must be on the disk is forced once more when the file is whole; a failure here is found there.
final class EarlyForce implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(100);

    private final Thread thread;

    /// @param file exists
    EarlyForce(Path file) {
        this.thread = Thread.ofPlatform().name("early-force").daemon().start(() -> forceUntilInterrupted(file));
    }

    /// Through a channel of its own: an interrupt closes the channel that it meets.
    private static void forceUntilInterrupted(Path file) {
        try (FileChannel own = FileChannel.open(file, StandardOpenOption.WRITE)) {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(EVERY);
                own.force(false);
            }
        } catch (InterruptedException e) {
            // The file is whole, or was given up.
        } catch (IOException e) {
            // Said at the end, when the file is forced for good.
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
