package comity.ledger;

import comity.kernel.Sha256;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// A SHA-256 digest: a leaf, an inner node or the root of a tree, or a commitment. Cannot be changed.
public final class Hash {
    /// How many bytes a digest has.
    public static final int LENGTH = 32;

    /// The root of a tree without leaves (RFC 6962, 2.1): the digest of nothing.
    public static final Hash EMPTY_TREE = ofContent();

    private final byte[] bytes;

    private Hash(byte[] owned) {
        if (owned.length != LENGTH) {
            throw new IllegalArgumentException("A SHA-256 digest has 32 bytes, not " + owned.length);
        }
        this.bytes = owned;
    }

    /// A digest that was computed elsewhere.
    ///
    /// @throws IllegalArgumentException when it is not 32 bytes
    public static Hash of(byte[] digest) {
        return new Hash(digest.clone());
    }

    /// A digest that lies inside a longer array, for instance in a tile.
    public static Hash in(byte[] digests, int offset) {
        return new Hash(Arrays.copyOfRange(digests, offset, offset + LENGTH));
    }

    /// A digest written as 64 lower-case hexadecimal digits.
    ///
    /// @throws IllegalArgumentException for any other text
    public static Hash ofHex(String hex) {
        Hash hash = of(HexFormat.of().parseHex(hex));
        if (!hash.hex().equals(hex)) {
            throw new IllegalArgumentException("A digest is written in lower case");
        }
        return hash;
    }

    /// A digest written in base 64, in the one way that it can be: with its padding and without loose
    /// bits.
    ///
    /// @throws IllegalArgumentException for any other text
    public static Hash ofBase64(String text) {
        Hash hash = of(Base64.getDecoder().decode(text));
        if (!hash.base64().equals(text)) {
            throw new IllegalArgumentException("A digest is written in base 64 in one way only");
        }
        return hash;
    }

    /// The digest of the parts, one after the other.
    public static Hash ofContent(byte[]... parts) {
        return new Hash(Sha256.digest(parts));
    }

    /// Finishes a digest that has been fed; the digest is ready for the next use afterwards.
    public static Hash finish(MessageDigest digest) {
        return new Hash(digest.digest());
    }

    /// Feeds these 32 bytes to another digest.
    public void feed(MessageDigest digest) {
        digest.update(bytes);
    }

    /// The 32 bytes, as the caller's own copy.
    public byte[] bytes() {
        return bytes.clone();
    }

    /// The 64 lower-case hexadecimal digits.
    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    /// The 44 characters of base 64 (RFC 4648, 4).
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
