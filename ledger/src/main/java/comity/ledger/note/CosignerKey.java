package comity.ledger.note;

import comity.ledger.Hash;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/// A private key of a cosigner: Ed25519 or ML-DSA-44, by its type. Signs other logs' checkpoints with a
/// time, and nothing else; whether a checkpoint deserves it is not decided here.
///
/// A cosigner has a key of each kind under one name: the first is read by every program, the second
/// holds also against a quantum computer.
public final class CosignerKey {
    private static final String SECRET_PREFIX = "PRIVATE+KEY+";
    private static final int SEED_LENGTH = 32;

    private final byte[] seed;
    private final UnaryOperator<byte[]> signing;
    private final VerifierKey verifier;

    private CosignerKey(byte[] seed, UnaryOperator<byte[]> signing, VerifierKey verifier) {
        this.seed = seed;
        this.signing = signing;
        this.verifier = verifier;
    }

    /// A new key.
    ///
    /// @param name of the cosigner, for example `node.xb.example/cosigner`
    /// @param type [SignatureType#ED25519_COSIGNATURE] or [SignatureType#ML_DSA_44_COSIGNATURE]
    public static CosignerKey generate(String name, byte type) {
        byte[] seed = new byte[SEED_LENGTH];
        new SecureRandom().nextBytes(seed);
        return ofSeed(name, type, seed);
    }

    /// The key that was made from a seed of 32 bytes (RFC 8032, 5.1.5; FIPS 204, algorithm 1).
    ///
    /// @throws IllegalArgumentException for another length, another type, or a name that cannot stand
    ///     in a note
    public static CosignerKey ofSeed(String name, byte type, byte[] seed) {
        if (seed.length != SEED_LENGTH) {
            throw new IllegalArgumentException("The seed of a cosigner's key has 32 bytes");
        }
        try {
            CosignerKey key = switch (type) {
                case SignatureType.ED25519_COSIGNATURE -> ed25519(name, seed.clone());
                case SignatureType.ML_DSA_44_COSIGNATURE -> mlDsa44(name, seed.clone());
                default -> throw new IllegalArgumentException("A cosigner's key is of type 4 or 6, not " + type);
            };
            key.requirePair();
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java since 24 has Ed25519 and ML-DSA", e);
        }
    }

    private static CosignerKey ed25519(String name, byte[] seed) throws GeneralSecurityException {
        PrivateKey key = Ed25519.privateKey(seed);
        VerifierKey verifier = new VerifierKey(name, SignatureType.ED25519_COSIGNATURE, Ed25519.publicKey(seed));
        return new CosignerKey(seed, message -> Ed25519.sign(key, message), verifier);
    }

    private static CosignerKey mlDsa44(String name, byte[] seed) throws GeneralSecurityException {
        KeyPair pair = MlDsa44.keyPair(seed);
        VerifierKey verifier = new VerifierKey(name, SignatureType.ML_DSA_44_COSIGNATURE, MlDsa44.publicBytes(pair));
        return new CosignerKey(seed, message -> MlDsa44.sign(pair, message), verifier);
    }

    /// Both halves came from one seed; this shows that they belong together.
    private void requirePair() {
        Checkpoint trial = new Checkpoint(name(), 0, Hash.EMPTY_TREE);
        Cosignature own = CosignedMessage.check(trial, verifier, line(trial, 1), Instant.EPOCH);
        if (!(own instanceof Cosignature.Signed)) {
            throw new IllegalStateException("The halves of a cosigner's key do not belong together");
        }
    }

    /// Reads a key as [#secret] writes it.
    ///
    /// @throws IllegalArgumentException when it has another form; the message does not repeat it
    public static CosignerKey parse(String secret) {
        String[] parts = secret.startsWith(SECRET_PREFIX)
                ? secret.substring(SECRET_PREFIX.length()).split("\\+", 3)
                : new String[0];
        byte[] typed =
                parts.length < 3 ? new byte[0] : StrictBase64.decode(parts[2]).orElse(new byte[0]);
        if (typed.length != 1 + SEED_LENGTH) {
            throw new IllegalArgumentException("A cosigner's key is written as PRIVATE+KEY+name+keyid+seed");
        }
        CosignerKey key = ofSeed(parts[0], typed[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!"%08x".formatted(key.verifier.keyId()).equals(parts[1])) {
            throw new IllegalArgumentException("The identifier does not belong to the cosigner's key");
        }
        return key;
    }

    /// The name of the cosigner.
    public String name() {
        return verifier.name();
    }

    /// The public half, for the directory and for policies.
    public VerifierKey verifier() {
        return verifier;
    }

    /// The private key as text. To be kept where nobody else reads.
    public String secret() {
        byte[] typed = ByteBuffer.allocate(1 + SEED_LENGTH)
                .put(verifier.type())
                .put(seed)
                .array();
        return "%s%s+%08x+%s".formatted(SECRET_PREFIX, name(), verifier.keyId(), StrictBase64.encode(typed));
    }

    /// Signs a checkpoint that its log has signed.
    ///
    /// @param at the present; signed to the second
    /// @throws IllegalArgumentException for a time before 1970
    public NoteSignature sign(SignedCheckpoint checkpoint, Instant at) {
        if (at.getEpochSecond() < 0) {
            throw new IllegalArgumentException("A cosignature has no time before 1970: " + at);
        }
        return line(checkpoint.checkpoint(), at.getEpochSecond());
    }

    private NoteSignature line(Checkpoint checkpoint, long seconds) {
        byte[] signature = signing.apply(CosignedMessage.of(checkpoint, verifier, seconds));
        return new NoteSignature(name(), verifier.keyId(), CosignedMessage.timed(seconds, signature));
    }

    /// Names the cosigner and the kind of key; never the key.
    @Override
    public String toString() {
        return "Key of %s, type %d".formatted(name(), verifier.type());
    }
}
