package comity.evidence.age;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import comity.kernel.Sha256;
import comity.ledger.Hash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

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
    private final Lock reading = new ReentrantLock();
    private long nextLeaf;

    private AgeWriter(PlainSource source, List<Recipient> recipients, FileChannel target, Progress progress) {
        this.source = source;
        this.target = target;
        this.progress = progress;
        this.header = Header.draw(recipients);
        this.geometry = new Geometry(header.bytes().length, source.length());
        this.segments = new Segments(geometry);
    }

    /// What was written. Holds the key of the file, for [AgeReader#again] alone.
    public static final class Written {
        private final Header header;
        private final Geometry geometry;
        private final Segments segments;

        private Written(Header header, Geometry geometry, Segments segments) {
            this.header = header;
            this.geometry = geometry;
            this.segments = segments;
        }

        public Geometry geometry() {
            return geometry;
        }

        public Segments segments() {
            return segments;
        }

        Header header() {
            return header;
        }
    }

    /// Seals what a source has.
    ///
    /// @param recipients who may open it, all of one kind
    /// @param target an empty file; not forced to the disk here
    /// @param workers how many threads; one for each core is right
    /// @throws EvidenceRefused when the source cannot be read as promised, or the target cannot be written
    public static Written write(
            PlainSource source, List<Recipient> recipients, FileChannel target, Progress progress, int workers) {
        AgeWriter writer = new AgeWriter(source, recipients, target, progress);
        Workers.run((int) Math.min(workers, writer.geometry.leaves()), writer::work);
        source.finish();
        return new Written(writer.header, writer.geometry, writer.segments);
    }

    private void work(Workers workers) throws GeneralSecurityException {
        int most = (int) Math.min(Geometry.LEAF, geometry.plainLength());
        byte[] plain = new byte[most];
        byte[] sealed = new byte[geometry.sealedOfLeaf(0)];
        ChunkCipher cipher = new ChunkCipher(header.payloadKey());
        MessageDigest digest = Sha256.newDigest();
        while (!workers.haveFailed()) {
            long leaf;
            int length;
            reading.lock();
            try {
                leaf = nextLeaf;
                if (leaf == geometry.leaves()) {
                    return;
                }
                length = geometry.plainOfLeaf(leaf);
                source.read(plain, length);
                nextLeaf++;
            } finally {
                reading.unlock();
            }
            cipher.seal(leaf, plain, length, leaf == geometry.leaves() - 1, sealed);
            digest.update(Segments.LEAF_PREFIX);
            if (leaf == 0) {
                digest.update(header.bytes());
                write(ByteBuffer.wrap(header.bytes()), 0);
            }
            int sealedLength = geometry.sealedOfLeaf(leaf);
            digest.update(sealed, 0, sealedLength);
            segments.put(leaf, Hash.finish(digest));
            write(ByteBuffer.wrap(sealed, 0, sealedLength), geometry.placeOfLeaf(leaf));
            progress.more(length);
        }
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
