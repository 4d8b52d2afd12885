package comity.ledger.tiles;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// The four things that publishing asks of a disk. Each may fail half way; the tests let each of them fail in
/// turn.
public interface Disk {
    /// Writes a new file and returns when its content is durable.
    void write(Path file, byte[] content) throws IOException;

    /// Gives a file its final name in one step, in place of any file of that name.
    void rename(Path from, Path to) throws IOException;

    /// Returns when the names in a folder are durable.
    void settle(Path folder) throws IOException;

    /// Removes a file, if it is there.
    void remove(Path file) throws IOException;

    /// The disk of this machine.
    static Disk ofThisMachine() {
        return new Real();
    }

    /// Asks the operating system.
    final class Real implements Disk {
        private Real() {}

        @Override
        public void write(Path file, byte[] content) throws IOException {
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer left = ByteBuffer.wrap(content);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }

        @Override
        public void settle(Path folder) throws IOException {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }

        @Override
        public void remove(Path file) throws IOException {
            Files.deleteIfExists(file);
        }
    }
}
