package comity.evidence.age;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentDigestTest {
    /// Two segments; the second has two leaves, of which the last is short.
    private static final int PLAIN = 9 * Geometry.LEAF + 70_001;

    @TempDir
    private Path folder;

    private Path file;
    private Geometry geometry;
    private Segments segments;

    @BeforeEach
    void seal() {
        byte[] plain = new byte[PLAIN];
        new Random(4).nextBytes(plain);
        file = folder.resolve("payload.age");
        AgeWriter.Written written =
                Bytes.seal(file, plain, 2, Identity.draw(KeyKind.X25519).recipient());
        geometry = written.geometry();
        segments = written.segments();
    }

    @Test
    void comes_to_the_writers_root_in_whatever_pieces_the_bytes_come() throws IOException {
        byte[] sealed = Files.readAllBytes(file);
        Random random = new Random(5);
        for (int segment = 0; segment < 2; segment++) {
            SegmentDigest digest = new SegmentDigest(geometry, segment);
            int begin = (int) geometry.placeOfSegment(segment);
            int end = begin + (int) geometry.lengthOfSegment(segment);
            for (int at = begin; at < end; ) {
                int piece = Math.min(end - at, random.nextInt(2 * Geometry.LEAF));
                digest.update(sealed, at, piece);
                at += piece;
                assertThat(digest.length()).isEqualTo(at - begin);
            }
            assertThat(digest.root()).isEqualTo(segments.segment(segment));
        }
    }

    @Test
    void goes_on_with_bytes_behind_those_that_the_file_has() throws IOException {
        byte[] sealed = Files.readAllBytes(file);
        SegmentDigest digest = new SegmentDigest(geometry, 1);
        int begin = (int) geometry.placeOfSegment(1);
        try (FileChannel channel = FileChannel.open(file)) {
            digest.readOn(channel, 1_000_000);
            digest.readOn(channel, 400_000);
        }
        assertThat(digest.length()).isEqualTo(1_000_000);
        digest.update(sealed, begin + 1_000_000, sealed.length - begin - 1_000_000);
        assertThat(digest.root()).isEqualTo(segments.segment(1));
    }

    @Test
    void has_no_root_before_the_last_byte_and_takes_none_behind_it() throws IOException {
        SegmentDigest digest = new SegmentDigest(geometry, 1);
        long length = geometry.lengthOfSegment(1);
        try (FileChannel channel = FileChannel.open(file)) {
            digest.readOn(channel, length - 1);
            assertThatThrownBy(digest::root).isInstanceOf(IllegalStateException.class);
            digest.readOn(channel, length);
        }
        assertThatThrownBy(() -> digest.update(new byte[1], 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(digest.root()).isEqualTo(segments.segment(1));
    }

    @Test
    void says_so_when_the_file_is_shorter() throws IOException {
        try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
            cut.setLength(Files.size(file) - 1);
        }
        SegmentDigest digest = new SegmentDigest(geometry, 1);
        try (FileChannel channel = FileChannel.open(file)) {
            assertThatThrownBy(() -> digest.readOn(channel, geometry.lengthOfSegment(1)))
                    .isInstanceOfSatisfying(
                            EvidenceRefused.class,
                            refused -> assertThat(refused.fault()).isEqualTo(EvidenceFault.PART_CHANGED));
        }
    }
}
