package comity.vault.shelf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.LongConsumer;

/// One file of a sealed package, on this disk or elsewhere.
public sealed interface StoredPart {
    /// How many bytes are moved at once.
    int STEP = 4 << 20;

    long size() throws IOException;

    /// Writes some of its bytes.
    ///
    /// @param to the byte behind the last one
    /// @param moved hears how many bytes have gone
    /// @throws IOException also when it is shorter
    void write(long from, long to, OutputStream out, LongConsumer moved) throws IOException;

    /// On this disk.
    record OnDisk(Path file) implements StoredPart {
        @Override
        public long size() throws IOException {
            return Files.size(file);
        }

        @Override
        public void write(long from, long to, OutputStream out, LongConsumer moved) throws IOException {
            try (FileChannel channel = FileChannel.open(file)) {
                WritableByteChannel target = Channels.newChannel(out);
                long at = from;
                while (at < to) {
                    long written = channel.transferTo(at, Math.min(STEP, to - at), target);
                    if (written <= 0) {
                        throw new IOException("The file is shorter than it should be");
                    }
                    at += written;
                    moved.accept(written);
                }
            }
        }
    }

    /// In a depot.
    record Elsewhere(Depot depot, UUID exhibit, String name, long size) implements StoredPart {
        @Override
        public void write(long from, long to, OutputStream out, LongConsumer moved) throws IOException {
            long at = from;
            while (at < to) {
                byte[] piece = depot.read(exhibit, name, at, (int) Math.min(STEP, to - at));
                if (piece.length == 0) {
                    throw new IOException("The file is shorter than it should be");
                }
                out.write(piece);
                at += piece.length;
                moved.accept(piece.length);
            }
        }
    }
}
