package comity.evidence.age;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import comity.evidence.PackageFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// Reads of a payload that bring all that was asked for.
final class FullRead {
    private FullRead() {}

    /// Fills a buffer from a place in a file.
    ///
    /// @param whenShort what is wrong with a file that ends before
    /// @throws EvidenceRefused when it does
    static void fill(FileChannel file, ByteBuffer into, long place, EvidenceFault whenShort) throws IOException {
        long at = place;
        while (into.hasRemaining()) {
            int read = file.read(into, at);
            if (read < 0) {
                throw new EvidenceRefused(whenShort, PackageFiles.PAYLOAD);
            }
            at += read;
        }
    }
}
