package comity.evidence.age;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import comity.evidence.PackageFiles;
import comity.kernel.Sha256;
import comity.ledger.Hash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.CRC32C;
import javax.crypto.AEADBadTagException;

/// Writes an age file on all cores in one pass.
///
/// # How
///
/// The chunks of an age file do not depend on each other: a chunk's nonce is its number. So each worker does the
/// same thing again and again. Under a lock it reads the next leaf, which keeps the plaintext in order for the
/// digests that the source takes while it is read. Outside the lock it seals sixteen chunks, hashes them while
/// they are still in its cache, and writes them where they belong. There are no queues, and a worker needs
/// two buffers of a leaf, however long the file is.
///
/// # How it looks at its own work
///
/// Each chunk is opened again while it is near, and compared with the plaintext that was read; a checksum that
/// was taken beside the source's digest says that this plaintext has not changed since. So what opens from the
/// chunks that were hashed is what the source's digests are of. [Written#requireOn] reads the file once more and
/// says, by a checksum of each leaf, that just these chunks are in it. The checksums are CRC-32C (RFC 3720, 12.1):
/// they are against accidents of this program, of the processor, the memory and the disk, which would otherwise be
/// found years later, when the source is gone; against people there are the digests.
///
/// # What must not be done
///
/// A key and a nonce are used for one plaintext only. So a file that could not be written to its end is thrown
/// away, and sealing begins anew with another key; nothing is sealed twice.
public final class AgeWriter {
    private final PlainSource source;
    private final FileChannel target;
    private final Progress progress;
    private final Header header;
    private final Geometry geometry;
    private final Segments segments;
    /// Of each leaf's chunks, as they were opened again.
    private final int[] sums;
    private final Lock reading = new ReentrantLock();
    private long nextLeaf;

    private AgeWriter(PlainSource source, List<Recipient> recipients, FileChannel target, Progress progress) {
        this.source = source;
        this.target = target;
        this.progress = progress;
        this.header = Header.draw(recipients);
        this.geometry = new Geometry(header.bytes().length, source.length());
        this.segments = new Segments(geometry);
        this.sums = new int[Math.toIntExact(geometry.leaves())];
    }

    /// What was written.
    public static final class Written {
        private static final int PIECE = 256 * 1024;

        private final byte[] header;
        private final Geometry geometry;
        private final Segments segments;
        private final int[] sums;

        private Written(AgeWriter writer) {
            this.header = writer.header.bytes();
            this.geometry = writer.geometry;
            this.segments = writer.segments;
            this.sums = writer.sums;
        }

        public Geometry geometry() {
            return geometry;
        }

        /// The tree over the bytes that were opened again.
        public Segments segments() {
            return segments;
        }

        /// Reads the file that was written, from its first byte to its last, and compares it with what was opened
        /// again.
        ///
        /// @throws EvidenceRefused with [EvidenceFault#SELF_CHECK_FAILED] when a byte is not what was written
        public void requireOn(FileChannel file, Progress progress, int workers) {
            try {
                ByteBuffer beginning = ByteBuffer.allocate(header.length);
                FullRead.fill(file, beginning, 0, EvidenceFault.SELF_CHECK_FAILED);
                if (file.size() != geometry.fileLength() || !Arrays.equals(beginning.array(), header)) {
                    throw notWhatWasSealed();
                }
            } catch (IOException e) {
                throw new EvidenceRefused(EvidenceFault.FILE_UNREADABLE, PackageFiles.PAYLOAD, e);
            }
            AtomicLong next = new AtomicLong();
            Workers.run((int) Math.min(workers, geometry.leaves()), team -> {
                ByteBuffer piece = ByteBuffer.allocateDirect(PIECE);
                for (long leaf = next.getAndIncrement();
                        leaf < geometry.leaves() && !team.haveFailed();
                        leaf = next.getAndIncrement()) {
                    if (sumOnFile(file, leaf, piece) != sums[(int) leaf]) {
                        throw notWhatWasSealed();
                    }
                    progress.more(geometry.plainOfLeaf(leaf));
                }
            });
        }

        private int sumOnFile(FileChannel file, long leaf, ByteBuffer piece) throws IOException {
            CRC32C sum = new CRC32C();
            long begin = geometry.placeOfLeaf(leaf);
            long end = begin + geometry.sealedOfLeaf(leaf);
            for (long at = begin; at < end; at += piece.limit()) {
                piece.clear().limit((int) Math.min(PIECE, end - at));
                FullRead.fill(file, piece, at, EvidenceFault.SELF_CHECK_FAILED);
                sum.update(piece.flip());
            }
            return (int) sum.getValue();
        }
    }

    private static EvidenceRefused notWhatWasSealed() {
        return new EvidenceRefused(EvidenceFault.SELF_CHECK_FAILED, PackageFiles.PAYLOAD);
    }

    /// Seals what a source has.
    ///
    /// @param recipients who may open it, all of one kind
    /// @param target an empty file; not forced to the disk here
    /// @param workers how many threads; one for each core is right
    /// @throws EvidenceRefused when the source cannot be read as promised, the target cannot be written, or
    ///     what was sealed does not open to what was read
    public static Written write(
            PlainSource source, List<Recipient> recipients, FileChannel target, Progress progress, int workers) {
        AgeWriter writer = new AgeWriter(source, recipients, target, progress);
        Workers.run((int) Math.min(workers, writer.geometry.leaves()), writer::work);
        source.finish();
        return new Written(writer);
    }

    private void work(Workers workers) throws GeneralSecurityException {
        int most = (int) Math.min(Geometry.LEAF, geometry.plainLength());
        byte[] plain = new byte[most];
        byte[] sealed = new byte[geometry.sealedOfLeaf(0)];
        ChunkCipher cipher = new ChunkCipher(header.payloadKey());
        MessageDigest digest = Sha256.newDigest();
        CRC32C sum = new CRC32C();
        while (!workers.haveFailed()) {
            long leaf;
            int length;
            int asRead;
            reading.lock();
            try {
                leaf = nextLeaf;
                if (leaf == geometry.leaves()) {
                    return;
                }
                length = geometry.plainOfLeaf(leaf);
                source.read(plain, length);
                asRead = sum(sum, plain, length);
                nextLeaf++;
            } finally {
                reading.unlock();
            }
            if (!opensToWhatWasSealed(cipher, leaf, plain, length, sealed) || sum(sum, plain, length) != asRead) {
                throw notWhatWasSealed();
            }
            digest.update(Segments.LEAF_PREFIX);
            if (leaf == 0) {
                digest.update(header.bytes());
                write(ByteBuffer.wrap(header.bytes()), 0);
            }
            int sealedLength = geometry.sealedOfLeaf(leaf);
            sums[(int) leaf] = sum(sum, sealed, sealedLength);
            digest.update(sealed, 0, sealedLength);
            segments.put(leaf, Hash.finish(digest));
            write(ByteBuffer.wrap(sealed, 0, sealedLength), geometry.placeOfLeaf(leaf));
            progress.more(length);
        }
    }

    private boolean opensToWhatWasSealed(ChunkCipher cipher, long leaf, byte[] plain, int length, byte[] sealed)
            throws GeneralSecurityException {
        try {
            return cipher.seal(leaf, plain, length, leaf == geometry.leaves() - 1, sealed);
        } catch (AEADBadTagException e) {
            return false;
        }
    }

    private static int sum(CRC32C sum, byte[] bytes, int length) {
        sum.reset();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }

    private void write(ByteBuffer bytes, long place) {
        try {
            long at = place;
            while (bytes.hasRemaining()) {
                at += target.write(bytes, at);
            }
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.NOT_WRITTEN, "payload.age", e);
        }
    }
}
