package comity.evidence.age;

/// Where each byte of an age file stands, by arithmetic alone.
///
/// After the header come chunks: 64 KiB of plaintext each, with a tag of 16 bytes, the last one shorter. Sixteen
/// chunks are a **leaf**, the unit that one worker seals and one hash covers. Eight leaves are a **segment**, the
/// unit that is sent again when a line breaks. The first leaf also covers the header, so that every byte of the
/// file belongs to just one leaf.
///
/// ```text
/// | header, nonce | chunk 0 | chunk 1 | … | chunk 15 | chunk 16 | …
/// |<---------------- leaf 0 ------------------------>|<-- leaf 1
/// |<---------------- segment 0: leaves 0 to 7 ------------------
/// ```
///
/// @param headerLength bytes before the first chunk: the header and the nonce of 16 bytes
/// @param plainLength bytes of plaintext
public record Geometry(int headerLength, long plainLength) {
    /// Plaintext bytes of a chunk (C2SP age.md, Payload).
    public static final int CHUNK = 64 * 1024;
    /// Bytes of a chunk's tag.
    public static final int TAG = 16;
    /// Chunks of a leaf.
    public static final int LEAF_CHUNKS = 16;
    /// Plaintext bytes of a leaf.
    public static final int LEAF = CHUNK * LEAF_CHUNKS;
    /// Leaves of a segment.
    public static final int SEGMENT_LEAVES = 8;

    /// A thousand terabytes: longer than any exhibit, and short enough for sums.
    private static final long LONGEST = 1L << 50;

    static final int SEALED_CHUNK = CHUNK + TAG;
    static final int SEALED_LEAF = SEALED_CHUNK * LEAF_CHUNKS;

    public Geometry {
        if (headerLength < 0 || plainLength < 0 || plainLength > LONGEST) {
            throw new IllegalArgumentException("No file has " + plainLength + " bytes");
        }
    }

    /// The geometry of a file that is there.
    ///
    /// @throws IllegalArgumentException when no plaintext has this length when sealed
    static Geometry ofFile(int headerLength, long fileLength) {
        long sealed = fileLength - headerLength;
        long whole = sealed / SEALED_CHUNK;
        long rest = sealed % SEALED_CHUNK;
        if (sealed < TAG || (rest != 0 && rest < TAG) || (rest == TAG && whole > 0)) {
            throw new IllegalArgumentException("No plaintext is sealed into " + sealed + " bytes");
        }
        return new Geometry(headerLength, whole * CHUNK + (rest == 0 ? 0 : rest - TAG));
    }

    /// How many chunks there are: one at least, for the empty file too.
    public long chunks() {
        return Math.max(1, Math.ceilDiv(plainLength, CHUNK));
    }

    public long leaves() {
        return Math.ceilDiv(chunks(), LEAF_CHUNKS);
    }

    public long segments() {
        return Math.ceilDiv(leaves(), SEGMENT_LEAVES);
    }

    /// Bytes of the whole file.
    public long fileLength() {
        return headerLength + plainLength + chunks() * TAG;
    }

    /// Plaintext bytes of one leaf.
    int plainOfLeaf(long leaf) {
        return (int) Math.min(LEAF, plainLength - leaf * LEAF);
    }

    /// Bytes of one leaf's chunks, without the header.
    int sealedOfLeaf(long leaf) {
        return (int) Math.min(SEALED_LEAF, fileLength() - headerLength - leaf * SEALED_LEAF);
    }

    /// Where the chunks of a leaf begin in the file.
    long placeOfLeaf(long leaf) {
        return headerLength + leaf * SEALED_LEAF;
    }

    /// Where a segment begins in the file.
    public long placeOfSegment(long segment) {
        return segment == 0 ? 0 : placeOfLeaf(segment * SEGMENT_LEAVES);
    }

    /// Bytes of one segment.
    public long lengthOfSegment(long segment) {
        long end = segment + 1 == segments() ? fileLength() : placeOfSegment(segment + 1);
        return end - placeOfSegment(segment);
    }
}
