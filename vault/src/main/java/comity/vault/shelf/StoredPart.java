package comity.vault.shelf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.LongConsumer;

/// One file of a sealed package, on this disk or elsewhere.
public sealed interface StoredPart {
    /// How many bytes are asked of a depot at once.
    int STEP = 4 << 20;
    /// How many bytes are moved at once from this disk: what is read is still near when it is encrypted.
    int PIECE = 64 << 10;

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
                ByteBuffer piece = ByteBuffer.allocate(PIECE);
                long at = from;
                while (at < to) {
                    piece.clear().limit((int) Math.min(PIECE, to - at));
                    int read = channel.read(piece, at);
                    if (read <= 0) {
                        throw new IOException("The file is shorter than it should be");
                    }
                    out.write(piece.array(), 0, read);
                    at += read;
                    moved.accept(read);
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
