package comity.evidence.age;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// Seals and opens arrays through files, for tests.
public final class Bytes {
    private Bytes() {}

    public static AgeWriter.Written seal(Path file, byte[] plain, int workers, Recipient... recipients) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            return AgeWriter.write(new Source(plain), List.of(recipients), channel, Progress.NONE, workers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What was read.
    @SuppressWarnings("ArrayRecordComponent")
    public record Opened(byte[] plain, Segments segments, Geometry geometry) {}

    public static Opened open(Path file, int workers, Identity... identities) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (FileChannel channel = FileChannel.open(file)) {
            AgeReader reader = AgeReader.of(channel, List.of(identities));
            Segments segments = reader.read((bytes, length) -> plain.write(bytes, 0, length), Progress.NONE, workers);
            return new Opened(plain.toByteArray(), segments, reader.geometry());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Source implements PlainSource {
        private final byte[] bytes;
        private int at;

        private Source(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public void read(byte[] into, int length) {
            System.arraycopy(bytes, at, into, 0, length);
            at += length;
        }

        @Override
        public void finish() {
            if (at != bytes.length) {
                throw new EvidenceRefused(EvidenceFault.FILE_CHANGED, "bytes");
            }
        }
    }
}
