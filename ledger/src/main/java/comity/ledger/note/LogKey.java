package comity.ledger.note;

import comity.kernel.Curves;
import comity.kernel.Utf8;
import comity.ledger.Hash;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/// The private key of a log: Ed25519, named after the log's origin. Signs checkpoints and nothing else.
public final class LogKey {
    private static final String SECRET_PREFIX = "PRIVATE+KEY+";
    private static final int SEED_LENGTH = 32;
    /// What PKCS #8 writes before the 32 bytes of an Ed25519 seed (RFC 8410, 7).
    private static final byte[] PKCS8_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");

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
            PrivateKey privateKey =
                    KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded(seed)));
            VerifierKey verifier = new VerifierKey(origin, SignatureType.ED25519, publicKey(seed));
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

    private static byte[] encoded(byte[] seed) {
        return ByteBuffer.allocate(PKCS8_PREFIX.length + SEED_LENGTH)
                .put(PKCS8_PREFIX)
                .put(seed)
                .array();
    }

    /// The JDK has no call from seed to public key, but its generator makes a key pair of the 32 bytes that it
    /// draws. The provider is named because another may draw otherwise; [#ofSeed] checks the pair by signing
    /// once.
    private static byte[] publicKey(byte[] seed) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519", "SunEC");
        generator.initialize(NamedParameterSpec.ED25519, new Drawn(seed));
        KeyPair pair = generator.generateKeyPair();
        var point = ((EdECPublicKey) pair.getPublic()).getPoint();
        byte[] encoded = new byte[SEED_LENGTH];
        byte[] y = point.getY().toByteArray();
        for (int i = 0; i < Math.min(y.length, SEED_LENGTH); i++) {
            encoded[i] = y[y.length - 1 - i];
        }
        if (point.isXOdd()) {
            encoded[SEED_LENGTH - 1] |= (byte) 0x80;
        }
        return encoded;
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
        NoteSignature signature = new NoteSignature(origin(), verifier.keyId(), sign(Utf8.bytes(checkpoint.text())));
        return new SignedCheckpoint(checkpoint, new SignedNote(checkpoint.text(), List.of(signature)));
    }

    private byte[] sign(byte[] text) {
        try {
            Signature signer = Signature.getInstance("Ed25519", Curves.provider());
            signer.initSign(privateKey);
            signer.update(text);
            return signer.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The log key cannot sign", e);
        }
    }

    /// Names the log; never the key.
    @Override
    public String toString() {
        return "Key of " + origin();
    }

    /// Draws the bytes it was given.
    private static final class Drawn extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final byte[] bytes;

        Drawn(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] target) {
            System.arraycopy(bytes, 0, target, 0, target.length);
        }
    }
}
