package comity.ledger.note;

import comity.kernel.Utf8;
import comity.ledger.Hash;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;

/// The private key of a log: Ed25519, named after the log's origin. Signs checkpoints and nothing else.
public final class LogKey {
    private static final String SECRET_PREFIX = "PRIVATE+KEY+";
    private static final int SEED_LENGTH = Ed25519.SEED_LENGTH;

    private final byte[] seed;
    private final PrivateKey privateKey;
    private final VerifierKey verifier;

    private LogKey(byte[] seed, PrivateKey privateKey, VerifierKey verifier) {
        this.seed = seed;
        this.privateKey = privateKey;
        this.verifier = verifier;
    }

    /// A new key for the log of this origin.
    public static LogKey generate(String origin) {
        byte[] seed = new byte[SEED_LENGTH];
        new SecureRandom().nextBytes(seed);
        return ofSeed(origin, seed);
    }

    /// The key that was made from a seed of 32 bytes (RFC 8032, 5.1.5).
    public static LogKey ofSeed(String origin, byte[] seed) {
        if (seed.length != SEED_LENGTH) {
            throw new IllegalArgumentException("The seed of a log key has 32 bytes");
        }
        try {
            PrivateKey privateKey = Ed25519.privateKey(seed);
            VerifierKey verifier = new VerifierKey(origin, SignatureType.ED25519, Ed25519.publicKey(seed));
            LogKey key = new LogKey(seed.clone(), privateKey, verifier);
            key.sign(new Checkpoint(origin, 0, Hash.EMPTY_TREE)).note().verify(verifier);
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java since 15 has Ed25519", e);
        }
    }

    /// Reads a key as [#secret] writes it.
    ///
    /// @throws IllegalArgumentException when it has another form; the message does not repeat it
    public static LogKey parse(String secret) {
        String[] parts = secret.startsWith(SECRET_PREFIX)
                ? secret.substring(SECRET_PREFIX.length()).split("\\+", 3)
                : new String[0];
        byte[] typed =
                parts.length < 3 ? new byte[0] : StrictBase64.decode(parts[2]).orElse(new byte[0]);
        if (typed.length != 1 + SEED_LENGTH || typed[0] != SignatureType.ED25519) {
            throw new IllegalArgumentException("A log key is written as PRIVATE+KEY+name+keyid+seed");
        }
        LogKey key = ofSeed(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!"%08x".formatted(key.verifier.keyId()).equals(parts[1])) {
            throw new IllegalArgumentException("The identifier does not belong to the log key");
        }
        return key;
    }

    /// The name of the log.
    public String origin() {
        return verifier.name();
    }

    /// The public half, for the directory.
    public VerifierKey verifier() {
        return verifier;
    }

    /// The private key as text. To be kept where nobody else reads.
    public String secret() {
        byte[] typed = ByteBuffer.allocate(1 + SEED_LENGTH)
                .put(SignatureType.ED25519)
                .put(seed)
                .array();
        return "%s%s+%08x+%s".formatted(SECRET_PREFIX, origin(), verifier.keyId(), StrictBase64.encode(typed));
    }

    /// Signs a checkpoint of this log.
    ///
    /// @throws IllegalArgumentException for a checkpoint of another log
    public SignedCheckpoint sign(Checkpoint checkpoint) {
        if (!checkpoint.origin().equals(origin())) {
            throw new IllegalArgumentException("A log signs for itself only, not for " + checkpoint.origin());
        }
        NoteSignature signature =
                new NoteSignature(origin(), verifier.keyId(), Ed25519.sign(privateKey, Utf8.bytes(checkpoint.text())));
        return new SignedCheckpoint(checkpoint, new SignedNote(checkpoint.text(), List.of(signature)), verifier);
    }

    /// Names the log; never the key.
    @Override
    public String toString() {
        return "Key of " + origin();
    }
}
