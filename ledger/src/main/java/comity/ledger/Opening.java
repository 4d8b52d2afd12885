package comity.ledger;

import java.security.SecureRandom;
import java.util.Arrays;

/// What opens a commitment: the event and the salt it was hidden with. Kept at home, shown to a court, never
/// published.
///
/// The salt is what keeps a guess from being tested: a telephone number has few digits, and without a salt its
/// digest would be as good as the number. Whoever destroys salt and event leaves a leaf that nobody can open any
/// more, in a tree that still verifies.
///
/// @param salt 32 bytes from a secure source, used once
/// @param event the bytes that were committed to, unchanged
public record Opening(byte[] salt, byte[] event) {
    /// How many bytes a salt has.
    public static final int SALT_LENGTH = 32;

    public Opening {
        if (salt.length != SALT_LENGTH) {
            throw new IllegalArgumentException("A salt has 32 bytes, not " + salt.length);
        }
        salt = salt.clone();
        event = event.clone();
    }

    /// Hides an event behind a fresh salt.
    public static Opening fresh(SecureRandom chance, byte[] event) {
        byte[] salt = new byte[SALT_LENGTH];
        chance.nextBytes(salt);
        return new Opening(salt, event);
    }

    @Override
    public byte[] salt() {
        return salt.clone();
    }

    @Override
    public byte[] event() {
        return event.clone();
    }

    /// The entry of the log: SHA-256 of salt and event.
    public Hash commitment() {
        return Hash.ofContent(salt, event);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Opening that && Arrays.equals(salt, that.salt) && Arrays.equals(event, that.event);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(salt);
    }

    /// Says nothing of what it holds: an opening must not end up in a log file.
    @Override
    public String toString() {
        return "Opening of " + commitment();
    }
}
