package comity.evidence.contents;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.temporal.ChronoUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/// What stands between the files of a tar archive (POSIX.1-2001): headers before them, padding behind them.
final class TarParts {
    static final int BLOCK = 512;
    /// Two blocks of zeros end an archive.
    static final int END = 2 * BLOCK;
    private static final int READ_BY_OWNER = 0100400;

    private TarParts() {}

    /// The blocks before a file, read again to see that they say what they should.
    ///
    /// @throws EvidenceRefused with [EvidenceFault#SELF_CHECK_FAILED] when they do not
    static byte[] header(Contents.Item item) {
        byte[] blocks = written(item);
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new ByteArrayInputStream(blocks), StandardCharsets.UTF_8.name())) {
            if (!Unpacking.isFile(tar.getNextEntry(), item.name(), item.bytes())) {
                throw new EvidenceRefused(EvidenceFault.SELF_CHECK_FAILED, item.name());
            }
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.SELF_CHECK_FAILED, item.name(), e);
        }
        return blocks;
    }

    /// How long they are.
    static int headerLength(Contents.Item item) {
        return written(item).length;
    }

    private static byte[] written(Contents.Item item) {
        TarArchiveEntry entry = new TarArchiveEntry(item.name());
        entry.setSize(item.bytes());
        entry.setMode(READ_BY_OWNER);
        entry.setLastModifiedTime(FileTime.from(item.modified().truncatedTo(ChronoUnit.SECONDS)));
        ByteArrayOutputStream blocks = new ByteArrayOutputStream();
        try {
            // Not closed: only the header is wanted, the file itself passes elsewhere.
            TarArchiveOutputStream tar = new TarArchiveOutputStream(blocks, BLOCK, StandardCharsets.UTF_8.name());
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            tar.putArchiveEntry(entry);
            tar.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return blocks.toByteArray();
    }

    /// Bytes of zeros behind a file of this length.
    static int padding(long bytes) {
        return (int) (-bytes & (BLOCK - 1));
    }
}
