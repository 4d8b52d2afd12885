package comity.ledger.tree;

import comity.kernel.Sha256;
import comity.ledger.Hash;
import java.security.MessageDigest;

/// The two digests of RFC 6962, 2.1. Leaves and inner nodes begin with different bytes, so that nobody can pass
/// off the one as the other.
///
/// Holds one digest and uses it again and again: quick, and for one thread at a time.
public final class TreeHasher {
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest = Sha256.newDigest();

    /// The leaf hash of an entry of any length.
    public Hash leaf(byte[] entry) {
        digest.update(LEAF);
        digest.update(entry);
        return Hash.finish(digest);
    }

    /// The leaf hash of an entry that is itself a digest, as all of ours are.
    public Hash leaf(Hash entry) {
        digest.update(LEAF);
        entry.feed(digest);
        return Hash.finish(digest);
    }

    /// The hash of an inner node over its two children.
    public Hash node(Hash left, Hash right) {
        digest.update(NODE);
        left.feed(digest);
        right.feed(digest);
        return Hash.finish(digest);
    }
}
