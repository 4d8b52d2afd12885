package comity.evidence.contents;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import comity.evidence.age.AgeReader;
import comity.evidence.age.Progress;
import comity.evidence.age.Segments;
import comity.kernel.Sha256;
import comity.ledger.Hash;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/// Takes the files of an exhibit out of its payload and compares each with what it should be.
public final class Unpacking {
    private static final int BUFFER = 256 * 1024;

    private Unpacking() {}

    /// Where the files go.
    @FunctionalInterface
    public interface Keeper {
        /// For files that are only to be compared.
        Keeper NONE = _ -> OutputStream.nullOutputStream();

        /// A place for the bytes of a file, which is closed when they have all come.
        OutputStream begin(FileLine file) throws IOException;
    }

    /// Opens a payload and compares what is in it, file by file.
    ///
    /// @param asTar false when the payload is the one file itself
    /// @param files in their order
    /// @return the tree over the payload as it was read
    /// @throws EvidenceRefused with [EvidenceFault#CONTENTS_DIFFER] and the file's name, or as [AgeReader#read];
    ///     what the keeper was given until then is not to be used
    public static Segments unpack(
            AgeReader payload, boolean asTar, List<FileLine> files, Keeper keeper, Progress progress, int workers) {
        try (Handover plain = new Handover(payload, progress, workers)) {
            if (asTar) {
                unpackTar(plain, files, keeper);
            } else {
                copy(plain, files.getFirst(), keeper);
                requireEnd(plain, files.getFirst().name());
            }
            return plain.segments();
        }
    }

    private static void unpackTar(InputStream plain, List<FileLine> files, Keeper keeper) {
        try {
            TarArchiveInputStream tar = new TarArchiveInputStream(plain, StandardCharsets.UTF_8.name());
            for (FileLine file : files) {
                TarArchiveEntry entry = tar.getNextEntry();
                if (!isFile(entry, file.name(), file.bytes())) {
                    throw new EvidenceRefused(EvidenceFault.CONTENTS_DIFFER, file.name());
                }
                copy(tar, file, keeper);
            }
            if (tar.getNextEntry() != null) {
                throw new EvidenceRefused(EvidenceFault.CONTENTS_DIFFER, "");
            }
            plain.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.CONTENTS_DIFFER, "", e);
        }
    }

    /// Whether this is a plain file of that name and length.
    static boolean isFile(@Nullable TarArchiveEntry entry, String name, long bytes) {
        return entry != null
                && entry.getName().equals(name)
                && entry.getSize() == bytes
                && entry.isFile()
                && !entry.isLink()
                && !entry.isSymbolicLink()
                && !entry.isSparse();
    }

    private static void copy(InputStream from, FileLine file, Keeper keeper) {
        MessageDigest digest = Sha256.newDigest();
        byte[] buffer = new byte[(int) Math.min(BUFFER, Math.max(1, file.bytes()))];
        long left = file.bytes();
        try (OutputStream to = keeper.begin(file)) {
            while (left > 0) {
                int read = from.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EvidenceRefused(EvidenceFault.CONTENTS_DIFFER, file.name());
                }
                digest.update(buffer, 0, read);
                to.write(buffer, 0, read);
                left -= read;
            }
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.NOT_WRITTEN, file.name(), e);
        }
        if (!Hash.finish(digest).equals(file.sha256())) {
            throw new EvidenceRefused(EvidenceFault.CONTENTS_DIFFER, file.name());
        }
    }

    private static void requireEnd(InputStream plain, String name) {
        try {
            if (plain.read() >= 0) {
                throw new EvidenceRefused(EvidenceFault.CONTENTS_DIFFER, name);
            }
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.CONTENTS_DIFFER, name, e);
        }
    }
}
