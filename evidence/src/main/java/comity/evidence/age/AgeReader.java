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
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Opens an age file on all cores, or any part of it.
///
/// Workers read, hash and open leaves in any order; each then waits for its turn to hand its plaintext on, so that
/// whoever takes it sees the file from its beginning to its end.
public final class AgeReader {
    private static final String NAME = PackageFiles.PAYLOAD;

    private final FileChannel file;
    private final Header header;
    private final Geometry geometry;

    private AgeReader(FileChannel file, Header header, Geometry geometry) {
        this.file = file;
        this.header = header;
        this.geometry = geometry;
    }

    /// Reads the header of a file.
    ///
    /// @throws EvidenceRefused with [EvidenceFault#NOT_FOR_US] when no identity opens it, and with
    ///     [EvidenceFault#HEADER_BROKEN] or [EvidenceFault#PAYLOAD_BROKEN] when it is not whole
    public static AgeReader of(FileChannel file, List<Identity> identities) {
        try {
            long length = file.size();
            ByteBuffer beginning = ByteBuffer.allocate((int) Math.min(Header.LONGEST, length));
            FullRead.fill(file, beginning, 0, EvidenceFault.PAYLOAD_BROKEN);
            Header header = Header.read(beginning.array(), identities);
            return new AgeReader(file, header, Geometry.ofFile(header.bytes().length, length));
        } catch (IllegalArgumentException e) {
            throw new EvidenceRefused(EvidenceFault.PAYLOAD_BROKEN, NAME, e);
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.FILE_UNREADABLE, NAME, e);
        }
    }

    public Geometry geometry() {
        return geometry;
    }

    /// Opens the whole file.
    ///
    /// @param sink takes the plaintext in order
    /// @return the tree over the file as it was read
    /// @throws EvidenceRefused with [EvidenceFault#PAYLOAD_BROKEN] when a part was changed, moved or cut off; the
    ///     sink has then taken only what stood before it
    public Segments read(PlainSink sink, Progress progress, int workers) {
        Segments segments = new Segments(geometry);
        Turn turn = new Turn();
        AtomicLong next = new AtomicLong();
        Workers.run((int) Math.min(workers, geometry.leaves()), team -> {
            byte[] plain = new byte[geometry.plainOfLeaf(0)];
            byte[] sealed = new byte[geometry.sealedOfLeaf(0)];
            ChunkCipher cipher = new ChunkCipher(header.payloadKey());
            MessageDigest digest = Sha256.newDigest();
            for (long leaf = next.getAndIncrement(); leaf < geometry.leaves(); leaf = next.getAndIncrement()) {
                try {
                    int length = openLeaf(leaf, cipher, sealed, plain);
                    segments.put(leaf, hash(leaf, digest, sealed));
                    if (!turn.await(leaf)) {
                        return;
                    }
                    sink.accept(plain, length);
                    progress.more(length);
                } catch (RuntimeException | Error e) {
                    turn.stop();
                    throw e;
                }
                turn.passTo(leaf + 1);
            }
        });
        return segments;
    }

    /// Opens a part of the file, for instance to look at a range of a large image.
    ///
    /// @param from the first byte of plaintext wanted
    /// @param length how many bytes, or fewer when the file ends before
    public byte[] read(long from, int length) {
        int wanted = (int) Math.max(0, Math.min(length, geometry.plainLength() - from));
        byte[] result = new byte[wanted];
        try {
            ChunkCipher cipher = new ChunkCipher(header.payloadKey());
            byte[] plain = new byte[geometry.plainOfLeaf(0)];
            byte[] sealed = new byte[geometry.sealedOfLeaf(0)];
            int done = 0;
            while (done < wanted) {
                long leaf = (from + done) / Geometry.LEAF;
                int length0 = openLeaf(leaf, cipher, sealed, plain);
                int begin = (int) ((from + done) % Geometry.LEAF);
                int part = Math.min(length0 - begin, wanted - done);
                System.arraycopy(plain, begin, result, done, part);
                done += part;
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has ChaCha20-Poly1305", e);
        }
        return result;
    }

    private int openLeaf(long leaf, ChunkCipher cipher, byte[] sealed, byte[] plain) {
        try {
            int length = geometry.sealedOfLeaf(leaf);
            FullRead.fill(
                    file, ByteBuffer.wrap(sealed, 0, length), geometry.placeOfLeaf(leaf), EvidenceFault.PAYLOAD_BROKEN);
            cipher.open(leaf, sealed, length, leaf == geometry.leaves() - 1, plain);
            return geometry.plainOfLeaf(leaf);
        } catch (GeneralSecurityException e) {
            throw new EvidenceRefused(EvidenceFault.PAYLOAD_BROKEN, NAME, e);
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.FILE_UNREADABLE, NAME, e);
        }
    }

    private Hash hash(long leaf, MessageDigest digest, byte[] sealed) {
        digest.update(Segments.LEAF_PREFIX);
        if (leaf == 0) {
            digest.update(header.bytes());
        }
        digest.update(sealed, 0, geometry.sealedOfLeaf(leaf));
        return Hash.finish(digest);
    }

    /// Whose turn it is to hand on plaintext.
    private static final class Turn {
        private final Lock lock = new ReentrantLock();
        private final Condition changed = lock.newCondition();
        private long leaf;
        private boolean stopped;

        /// Waits until it is this leaf's turn.
        ///
        /// @return false when the reading was stopped meanwhile
        boolean await(long wanted) {
            lock.lock();
            try {
                while (leaf != wanted && !stopped) {
                    changed.awaitUninterruptibly();
                }
                return !stopped;
            } finally {
                lock.unlock();
            }
        }

        void passTo(long next) {
            lock.lock();
            try {
                leaf = next;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        void stop() {
            lock.lock();
            try {
                stopped = true;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
