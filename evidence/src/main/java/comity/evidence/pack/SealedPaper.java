package comity.evidence.pack;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import comity.evidence.age.AgeReader;
import comity.evidence.age.AgeWriter;
import comity.evidence.age.Identity;
import comity.evidence.age.Progress;
import comity.evidence.age.Recipient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// One small document as an age file, for whoever keeps it beside a package. Only what is sealed ever touches the disk.
public final class SealedPaper {
    private static final String NAME = "paper.age";

    private SealedPaper() {}

    /// Seals a document.
    ///
    /// @throws EvidenceRefused when the disk does not take it
    public static byte[] seal(byte[] paper, List<Recipient> recipients) {
        return onDisk(file -> {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                AgeWriter.write(new Paper(paper), recipients, channel, Progress.NONE, 1);
            }
            return Files.readAllBytes(file);
        });
    }

    /// Opens one.
    ///
    /// @throws EvidenceRefused with [EvidenceFault#NOT_FOR_US], or when it is not whole
    public static byte[] open(byte[] sealed, List<Identity> identities) {
        return onDisk(file -> {
            Files.write(file, sealed);
            ByteArrayOutputStream paper = new ByteArrayOutputStream(sealed.length);
            try (FileChannel channel = FileChannel.open(file)) {
                AgeReader.of(channel, identities)
                        .read((plain, length) -> paper.write(plain, 0, length), Progress.NONE, 1);
            }
            return paper.toByteArray();
        });
    }

    private interface Work {
        byte[] on(Path file) throws IOException;
    }

    private static byte[] onDisk(Work work) {
        try {
            Path file = Files.createTempFile("paper-", ".age");
            try {
                return work.on(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.NOT_WRITTEN, NAME, e);
        }
    }
}
