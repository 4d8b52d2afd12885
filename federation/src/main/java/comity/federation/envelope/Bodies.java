package comity.federation.envelope;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import comity.directory.keys.EncryptionKeys;
import comity.kernel.Curves;
import comity.kernel.Utf8;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.text.ParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/// Bodies, encrypted from authority to authority: JWE with ECDH-ES on P-256 and A256GCM (RFC 7516, RFC 7518 4.6 and
/// 5.3), a fresh key for each. Whoever runs the connection, or the node's front, sees none of it.
///
/// Bodies that travel in one envelope share the dear part, one agreement on the curve; the letter's id, bound into the
/// derivation as `apu`, gives each a key of its own.
///
/// Written out here, because a general JOSE library spends ten times as long on its headers as on the cipher; the
/// tests hold it against one in both directions.
public final class Bodies {
    private static final int REMEMBERED = 1024;
    private static final int PARTS = 5;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int TAG_BYTES = TAG_BITS / 8;
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final SecureRandom CHANCE = new SecureRandom();

    private final Map<String, Recipient> recipients = new ConcurrentHashMap<>();

    private record Recipient(String keyId, ECPublicKey key) {}

    /// Encrypts a body that travels alone.
    ///
    /// @param jwk as in [#packet]
    public String encrypt(UUID letter, byte[] body, String jwk) {
        return packet(jwk).encrypt(letter, body);
    }

    /// Begins an envelope to the key that the directory names.
    ///
    /// @param jwk public, EC, P-256, with a key id
    public Packet packet(String jwk) {
        if (recipients.size() > REMEMBERED) {
            recipients.clear();
        }
        try {
            return new Packet(recipients.computeIfAbsent(jwk, Bodies::recipient));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key was agreed", e);
        }
    }

    /// The bodies of one envelope.
    public static final class Packet {
        private final byte[] secret;
        private final String headerStart;

        private Packet(Recipient recipient) throws GeneralSecurityException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC", Curves.provider());
            generator.initialize(Curve.P_256.toECParameterSpec());
            KeyPair once = generator.generateKeyPair();
            this.secret = Agreement.secret((ECPrivateKey) once.getPrivate(), recipient.key);
            this.headerStart = headerStart(recipient, (ECPublicKey) once.getPublic());
        }

        /// Encrypts the body of a letter. A letter is encrypted once in an envelope.
        public String encrypt(UUID letter, byte[] body) {
            byte[] maker = Compact.ascii(letter.toString());
            String header = Compact.encode(Utf8.bytes(headerStart + ",\"apu\":\"" + Compact.encode(maker) + "\"}"));
            byte[] nonce = new byte[NONCE_BYTES];
            CHANCE.nextBytes(nonce);
            byte[] sealed;
            try {
                Cipher cipher = Cipher.getInstance(CIPHER);
                SecretKeySpec key = Agreement.key(secret, maker, new byte[0]);
                cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
                cipher.updateAAD(Compact.ascii(header));
                sealed = cipher.doFinal(body);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("A body could not be encrypted", e);
            }
            int end = sealed.length - TAG_BYTES;
            // Between the first two full stops there is no encrypted key: the agreed key is the one used (RFC 7518,
            // 4.6).
            return header + ".." + Compact.encode(nonce)
                    + "." + Compact.encode(Arrays.copyOf(sealed, end))
                    + "." + Compact.encode(Arrays.copyOfRange(sealed, end, sealed.length));
        }
    }

    private static String headerStart(Recipient recipient, ECPublicKey once) {
        return "{\"alg\":\"ECDH-ES\",\"enc\":\"A256GCM\",\"kid\":\"" + recipient.keyId
                + "\",\"epk\":{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\""
                + Compact.encode(Agreement.coordinate(once.getW().getAffineX()))
                + "\",\"y\":\""
                + Compact.encode(Agreement.coordinate(once.getW().getAffineY()))
                + "\"}";
    }

    private static Recipient recipient(String jwk) {
        try {
            ECKey key = ECKey.parse(jwk);
            if (!Curve.P_256.equals(key.getCurve()) || key.getKeyID() == null || !isPlain(key.getKeyID())) {
                throw new IllegalArgumentException("An encryption key is on P-256 and has a plain key id");
            }
            return new Recipient(key.getKeyID(), key.toECPublicKey());
        } catch (ParseException | JOSEException e) {
            throw new IllegalArgumentException("Not an encryption key", e);
        }
    }

    /// A key id is written into a header as it is.
    private static boolean isPlain(String keyId) {
        return keyId.chars().allMatch(letter -> letter > ' ' && letter < 127 && letter != '"' && letter != '\\');
    }

    /// Opens a body that travelled alone, as [Reading#decrypt] does.
    public Optional<byte[]> decrypt(String jwe, EncryptionKeys keys) {
        return reading(keys).decrypt(jwe);
    }

    /// Begins to open the bodies of one envelope.
    public Reading reading(EncryptionKeys keys) {
        return new Reading(keys);
    }

    /// The bodies of one envelope. Remembers the last agreement, which they have in common as a rule. For one thread.
    public static final class Reading {
        private final EncryptionKeys keys;
        private @Nullable Agreed last;

        private Reading(EncryptionKeys keys) {
            this.keys = keys;
        }

        /// @param once the header's key, as it is written there
        private record Agreed(ECPrivateKey own, JsonNode once, byte[] secret) {}

        /// Opens a body written to one of our keys; empty when it is not, or is damaged, or is made in another way.
        /// Compressed bodies are not opened: a small one could unfold into a very large one.
        public Optional<byte[]> decrypt(String jwe) {
            List<String> parts = Compact.parts(jwe);
            if (parts.size() != PARTS || !parts.get(1).isEmpty()) {
                return Optional.empty();
            }
            try {
                JsonNode header = WireJson.JSON.readTree(bytes(parts.getFirst()));
                if (!isOurs(header)) {
                    return Optional.empty();
                }
                ECPrivateKey key = keys.find(header.path("kid").stringValue()).orElse(null);
                return key == null ? Optional.empty() : Optional.of(open(parts, header, secret(key, header)));
            } catch (GeneralSecurityException | JacksonException | IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        private byte[] secret(ECPrivateKey own, JsonNode header) throws GeneralSecurityException {
            JsonNode once = header.path("epk");
            Agreed agreed = last;
            if (agreed == null || agreed.own != own || !agreed.once.equals(once)) {
                agreed = new Agreed(own, once, Agreement.secret(own, Agreement.publicKey(once)));
                last = agreed;
            }
            return agreed.secret;
        }
    }

    private static byte[] open(List<String> parts, JsonNode header, byte[] secret) throws GeneralSecurityException {
        SecretKeySpec key = Agreement.key(secret, bytes(header, "apu"), bytes(header, "apv"));
        byte[] nonce = bytes(parts.get(2));
        byte[] tag = bytes(parts.get(4));
        if (nonce.length != NONCE_BYTES || tag.length != TAG_BYTES) {
            throw new GeneralSecurityException("Nonce or tag of another length");
        }
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(Compact.ascii(parts.getFirst()));
        byte[] text = bytes(parts.get(3));
        byte[] sealed = Arrays.copyOf(text, text.length + TAG_BYTES);
        System.arraycopy(tag, 0, sealed, text.length, TAG_BYTES);
        return cipher.doFinal(sealed);
    }

    private static boolean isOurs(JsonNode header) {
        return "ECDH-ES".equals(textOf(header, "alg"))
                && "A256GCM".equals(textOf(header, "enc"))
                && textOf(header, "kid") != null
                && !header.has("zip")
                && !header.has("crit");
    }

    private static @Nullable String textOf(JsonNode object, String member) {
        JsonNode value = object.path(member);
        return value.isString() ? value.stringValue() : null;
    }

    private static byte[] bytes(JsonNode header, String member) {
        String text = textOf(header, member);
        return text == null ? new byte[0] : bytes(text);
    }

    private static byte[] bytes(String part) {
        return Compact.decode(part).orElseThrow(() -> new IllegalArgumentException("Not base64url in its one form"));
    }
}
