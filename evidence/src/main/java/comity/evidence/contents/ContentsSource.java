package comity.evidence.contents;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import comity.evidence.age.PlainSource;
import comity.kernel.Sha256;
import comity.ledger.Hash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The files of an exhibit as one stream, read once and hashed on the way: the one file itself, or a tar archive of
/// all.
///
/// A file that is not what it was when it was looked at stops the sealing: its digest would be that of something
/// that nobody has seen whole.
public final class ContentsSource implements PlainSource, AutoCloseable {
    private static final Set<? extends java.nio.file.OpenOption> READING =
            Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

    private final List<Contents.Item> items;
    private final boolean asTar;
    private final long length;
    private final MessageDigest digest = Sha256.newDigest();
    private final List<Hash> digests = new ArrayList<>();
    /// Bytes between the files: a header, padding, the end of the archive.
    private ByteBuffer between = ByteBuffer.allocate(0);
    private @Nullable FileChannel file;
    private long leftOfFile;
    private int next;

    /// @param asTar false for one file that is the payload itself
    public ContentsSource(Contents contents, boolean asTar) {
        this.items = contents.items();
        this.asTar = asTar;
        this.length = asTar ? tarLength(items) : items.getFirst().bytes();
    }

    private static long tarLength(List<Contents.Item> items) {
        long sum = TarParts.END;
        for (Contents.Item item : items) {
            sum += TarParts.headerLength(item) + item.bytes() + TarParts.padding(item.bytes());
        }
        return sum;
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public void read(byte[] into, int length) {
        int done = 0;
        while (done < length) {
            if (between.hasRemaining()) {
                int part = Math.min(between.remaining(), length - done);
                between.get(into, done, part);
                done += part;
            } else if (file != null && leftOfFile > 0) {
                done += readFile(file, into, done, length - done);
            } else {
                step();
            }
        }
        endFileThatIsRead();
    }

    /// Ends what was read and begins what comes next.
    private void step() {
        if (file != null) {
            endFile(file);
        } else if (next < items.size()) {
            begin(items.get(next));
        } else {
            between = ByteBuffer.allocate(TarParts.END);
        }
    }

    private void begin(Contents.Item item) {
        if (asTar) {
            between = ByteBuffer.wrap(TarParts.header(item));
        }
        try {
            file = FileChannel.open(item.path(), READING);
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.FILE_UNREADABLE, item.name(), e);
        }
        leftOfFile = item.bytes();
    }

    private int readFile(FileChannel channel, byte[] into, int at, int most) {
        int part = (int) Math.min(leftOfFile, most);
        try {
            ByteBuffer buffer = ByteBuffer.wrap(into, at, part);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer) < 0) {
                    throw new EvidenceRefused(EvidenceFault.FILE_CHANGED, name());
                }
            }
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.FILE_UNREADABLE, name(), e);
        }
        digest.update(into, at, part);
        leftOfFile -= part;
        return part;
    }

    private void endFile(FileChannel channel) {
        Contents.Item item = items.get(next);
        try (channel) {
            if (channel.read(ByteBuffer.allocate(1)) >= 0 || !item.again().equals(item)) {
                throw new EvidenceRefused(EvidenceFault.FILE_CHANGED, item.name());
            }
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.FILE_UNREADABLE, item.name(), e);
        }
        file = null;
        digests.add(Hash.finish(digest));
        next++;
        if (asTar) {
            between = ByteBuffer.allocate(TarParts.padding(item.bytes()));
        }
    }

    private void endFileThatIsRead() {
        if (file != null && leftOfFile == 0 && !between.hasRemaining()) {
            endFile(file);
        }
    }

    private String name() {
        return items.get(next).name();
    }

    @Override
    public void finish() {
        // An empty file alone has no byte whose reading would have begun it.
        while (next < items.size()) {
            step();
        }
    }

    /// The digest of each file, in their order; known once all is read.
    public List<Hash> digests() {
        if (digests.size() != items.size()) {
            throw new IllegalStateException("Not all files were read");
        }
        return List.copyOf(digests);
    }

    @Override
    public void close() {
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                throw new EvidenceRefused(EvidenceFault.FILE_UNREADABLE, name(), e);
            }
        }
    }
}
