package comity.evidence.age;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import comity.evidence.PackageFiles;
import comity.kernel.Sha256;
import comity.ledger.Hash;
import comity.ledger.tree.Frontier;
import comity.ledger.tree.MemoryTree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// The RFC 6962 tree over the leaves of an age file, kept as the roots of its segments: 32 bytes for 8 MiB, so
/// 7.6 MB for two terabytes. A segment is eight neighbouring leaves, which is a perfect subtree, and so the root
/// over the segments' roots is the root over all leaves.
///
/// Leaves come in any order from several threads.
public final class Segments {
    /// Before each leaf's bytes when they are hashed (RFC 6962, 2.1).
    static final byte LEAF_PREFIX = 0;

    private final long leaves;
    private final byte[] roots;
    private final Map<Long, Open> open = new HashMap<>();
    private long complete;

    Segments(Geometry geometry) {
        this.leaves = geometry.leaves();
        this.roots = new byte[Math.toIntExact(geometry.segments() * Hash.LENGTH)];
    }

    private Segments(long leaves, byte[] roots) {
        this.leaves = leaves;
        this.roots = roots;
        this.complete = roots.length / Hash.LENGTH;
    }

    /// A segment of which some leaves are still to come.
    private static final class Open {
        private final @Nullable Hash[] hashes;
        private int count;

        private Open(int size) {
            this.hashes = new Hash[size];
        }
    }

    /// Segments that were written down.
    ///
    /// @param roots 32 bytes for each segment
    /// @throws IllegalArgumentException when they are not as many as the geometry has
    public static Segments of(Geometry geometry, byte[] roots) {
        if (roots.length != geometry.segments() * Hash.LENGTH) {
            throw new IllegalArgumentException("Not one hash for each segment");
        }
        return new Segments(geometry.leaves(), roots.clone());
    }

    /// Hashes a file that is there, on all cores, without opening it.
    ///
    /// @param file as long as the geometry says
    /// @throws EvidenceRefused when it cannot be read to its end
    public static Segments hash(FileChannel file, Geometry geometry, Progress progress, int workers) {
        Segments segments = new Segments(geometry);
        AtomicLong next = new AtomicLong();
        Workers.run((int) Math.min(workers, geometry.leaves()), team -> {
            byte[] bytes = new byte[geometry.headerLength() + geometry.sealedOfLeaf(0)];
            MessageDigest digest = Sha256.newDigest();
            for (long leaf = next.getAndIncrement();
                    leaf < geometry.leaves() && !team.haveFailed();
                    leaf = next.getAndIncrement()) {
                segments.put(leaf, hashLeaf(file, geometry, leaf, bytes, digest));
                progress.more(geometry.plainOfLeaf(leaf));
            }
        });
        return segments;
    }

    /// The root of one segment of a file that is there, or is there that far.
    ///
    /// @throws EvidenceRefused when it cannot be read
    public static Hash hashSegment(FileChannel file, Geometry geometry, int segment) {
        SegmentDigest digest = new SegmentDigest(geometry, segment);
        digest.readOn(file, geometry.lengthOfSegment(segment));
        return digest.root();
    }

    private static Hash hashLeaf(FileChannel file, Geometry geometry, long leaf, byte[] bytes, MessageDigest digest) {
        long begin = leaf == 0 ? 0 : geometry.placeOfLeaf(leaf);
        int length = (int) (geometry.placeOfLeaf(leaf) - begin) + geometry.sealedOfLeaf(leaf);
        try {
            FullRead.fill(file, ByteBuffer.wrap(bytes, 0, length), begin, EvidenceFault.PART_CHANGED);
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.FILE_UNREADABLE, PackageFiles.PAYLOAD, e);
        }
        digest.update(LEAF_PREFIX);
        digest.update(bytes, 0, length);
        return Hash.finish(digest);
    }

    /// Puts the hash of a leaf in its place.
    synchronized void put(long leaf, Hash hash) {
        long segment = leaf / Geometry.SEGMENT_LEAVES;
        Open place = open.computeIfAbsent(segment, this::newOpen);
        place.hashes[(int) (leaf % Geometry.SEGMENT_LEAVES)] = hash;
        if (++place.count == place.hashes.length) {
            open.remove(segment);
            MemoryTree tree = new MemoryTree();
            for (Hash each : place.hashes) {
                tree.appendLeaf(Objects.requireNonNull(each));
            }
            System.arraycopy(tree.root().bytes(), 0, roots, (int) (segment * Hash.LENGTH), Hash.LENGTH);
            complete++;
        }
    }

    private Open newOpen(long segment) {
        return new Open((int) Math.min(Geometry.SEGMENT_LEAVES, leaves - segment * Geometry.SEGMENT_LEAVES));
    }

    /// How many segments there are.
    public int count() {
        return roots.length / Hash.LENGTH;
    }

    /// The root of one segment.
    public synchronized Hash segment(int index) {
        return Hash.in(roots, index * Hash.LENGTH);
    }

    /// The root over all leaves.
    public Hash root() {
        requireComplete();
        Frontier frontier = Frontier.empty();
        for (int i = 0; i < count(); i++) {
            frontier.append(segment(i));
        }
        return frontier.root();
    }

    /// What is written down: the roots of the segments, one after the other.
    public synchronized byte[] bytes() {
        requireComplete();
        return roots.clone();
    }

    private synchronized void requireComplete() {
        if (complete != count()) {
            throw new IllegalStateException("Only " + complete + " of " + count() + " segments are known");
        }
    }
}
