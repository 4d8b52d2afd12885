package comity.directory;

import comity.kernel.Sha256;
import java.util.regex.Pattern;

/// A file that the registry publishes beside the entries, for example the treaty register. It never changes: what
/// changes is which file stands under the name, and an edition of the list says so by its digest.
public final class Book {
    /// The most bytes that one may have.
    public static final int LARGEST = 16 * 1024 * 1024;
    /// The most that one edition may name.
    public static final int MOST = 400;
    /// The most bytes that the books of one edition may have together.
    public static final long LARGEST_SHELF = 64L * 1024 * 1024;

    private final Listing listing;
    private final byte[] bytes;

    private Book(Listing listing, byte[] bytes) {
        this.listing = listing;
        this.bytes = bytes;
    }

    /// What the list says of a book.
    ///
    /// @param name for example `treaties` or `law/XA`
    /// @param digest SHA-256 of its bytes, 64 lower-case hexadecimal digits
    /// @param length in bytes
    public record Listing(String name, String digest, int length) {
        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,31}(/[A-Za-z0-9-]{1,32}){0,2}");
        private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

        public Listing {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("Not the name of a book: " + name);
            }
            if (!DIGEST.matcher(digest).matches()) {
                throw new IllegalArgumentException("The book " + name + " is named by a SHA-256");
            }
            if (length < 0 || length > LARGEST) {
                throw new IllegalArgumentException("The book " + name + " has at most " + LARGEST + " bytes");
            }
        }

        /// Whether these are its bytes.
        public boolean isOf(byte[] bytes) {
            return bytes.length == length && Sha256.hex(bytes).equals(digest);
        }
    }

    /// @throws IllegalArgumentException when the name is none, or the bytes are too many
    public static Book of(String name, byte[] bytes) {
        if (bytes.length > LARGEST) {
            throw new IllegalArgumentException("The book " + name + " has at most " + LARGEST + " bytes");
        }
        return new Book(new Listing(name, Sha256.hex(bytes), bytes.length), bytes.clone());
    }

    public Listing listing() {
        return listing;
    }

    public String name() {
        return listing.name();
    }

    /// SHA-256 of the bytes, in hexadecimal digits.
    public String digest() {
        return listing.digest();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Book book && listing.equals(book.listing);
    }

    @Override
    public int hashCode() {
        return listing.hashCode();
    }

    @Override
    public String toString() {
        return listing.toString();
    }
}
