package comity.evidence.age;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import comity.evidence.PackageFiles;
import comity.kernel.Sha256;
import comity.ledger.Hash;
import comity.ledger.tree.MemoryTree;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;

/// The root of one segment of an age file, digested as its bytes come by, in their order.
public final class SegmentDigest {
    private static final int PIECE = 64 * 1024;

    private final Geometry geometry;
    private final int segment;
    private final MessageDigest digest = Sha256.newDigest();
    private final MemoryTree tree = new MemoryTree();
    private final long end;
    private long at;
    private long leaf;
    private long endOfLeaf;

    public SegmentDigest(Geometry geometry, int segment) {
        this.geometry = geometry;
        this.segment = segment;
        this.at = geometry.placeOfSegment(segment);
        this.end = at + geometry.lengthOfSegment(segment);
        this.leaf = (long) segment * Geometry.SEGMENT_LEAVES;
        beginLeaf();
    }

    private void beginLeaf() {
        endOfLeaf = geometry.placeOfLeaf(leaf) + geometry.sealedOfLeaf(leaf);
        digest.update(Segments.LEAF_PREFIX);
    }

    /// How many bytes of the segment have come by.
    public long length() {
        return at - geometry.placeOfSegment(segment);
    }

    /// The next bytes.
    ///
    /// @throws IllegalArgumentException when the segment has not so many more
    public void update(byte[] bytes, int from, int length) {
        if (length > end - at) {
            throw new IllegalArgumentException("Segment " + segment + " has no " + length + " more bytes");
        }
        int next = from;
        while (next < from + length) {
            int piece = (int) Math.min(from + length - next, endOfLeaf - at);
            digest.update(bytes, next, piece);
            next += piece;
            at += piece;
            if (at == endOfLeaf) {
                tree.appendLeaf(Hash.finish(digest));
                leaf++;
                if (at < end) {
                    beginLeaf();
                }
            }
        }
    }

    /// The next bytes, from the file in which they are.
    ///
    /// @param upTo how many bytes of the segment shall have come by then
    /// @throws EvidenceRefused when they cannot be read
    public void readOn(FileChannel file, long upTo) {
        byte[] piece = new byte[(int) Math.max(0, Math.min(PIECE, upTo - length()))];
        try {
            while (length() < upTo) {
                int size = (int) Math.min(piece.length, upTo - length());
                FullRead.fill(file, ByteBuffer.wrap(piece, 0, size), at, EvidenceFault.PART_CHANGED);
                update(piece, 0, size);
            }
        } catch (IOException e) {
            throw new EvidenceRefused(EvidenceFault.FILE_UNREADABLE, PackageFiles.PAYLOAD, e);
        }
    }

    /// The root of the segment.
    ///
    /// @throws IllegalStateException before all of it has come by
    public Hash root() {
        if (at != end) {
            throw new IllegalStateException("Of segment " + segment + " only " + length() + " bytes have come");
        }
        return tree.root();
    }
}
