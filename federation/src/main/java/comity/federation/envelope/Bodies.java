package comity.federation.envelope;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import comity.directory.keys.Curves;
import comity.directory.keys.EncryptionKeys;
import java.security.interfaces.ECPrivateKey;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Bodies, encrypted from authority to authority: JWE with ECDH-ES on P-256 and A256GCM (RFC 7516, RFC 7518 4.6 and
/// 5.3), a fresh key for each. Whoever runs the connection, or the node's front, sees none of it.
public final class Bodies {
    private static final int REMEMBERED = 1024;

    private final Map<String, Recipient> recipients = new ConcurrentHashMap<>();
    private final Map<String, ECDHDecrypter> decrypters = new ConcurrentHashMap<>();

    private record Recipient(String keyId, ECDHEncrypter encrypter) {}

    /// Encrypts a body to the key that the directory names.
    ///
    /// @param jwk public, EC, P-256, with a key id
    public String encrypt(byte[] body, String jwk) {
        if (recipients.size() > REMEMBERED) {
            recipients.clear();
        }
        Recipient recipient = recipients.computeIfAbsent(jwk, Bodies::recipient);
        JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.ECDH_ES, EncryptionMethod.A256GCM)
                .keyID(recipient.keyId)
                .build();
        JWEObject encrypted = new JWEObject(header, new Payload(body));
        try {
            encrypted.encrypt(recipient.encrypter);
        } catch (JOSEException e) {
            throw new IllegalStateException("A body could not be encrypted", e);
        }
        return encrypted.serialize();
    }

    private static Recipient recipient(String jwk) {
        try {
            ECKey key = ECKey.parse(jwk);
            if (!Curve.P_256.equals(key.getCurve()) || key.getKeyID() == null) {
                throw new IllegalArgumentException("An encryption key is on P-256 and has a key id");
            }
            ECDHEncrypter encrypter = new ECDHEncrypter(key.toECPublicKey());
            encrypter.getJCAContext().setKeyEncryptionProvider(Curves.provider());
            return new Recipient(key.getKeyID(), encrypter);
        } catch (ParseException | JOSEException e) {
            throw new IllegalArgumentException("Not an encryption key", e);
        }
    }

    /// Opens a body written to one of our keys; empty when it is not, or is damaged, or is made in another way.
    /// Compressed bodies are not opened: a small one could unfold into a very large one.
    public Optional<byte[]> decrypt(String jwe, EncryptionKeys keys) {
        try {
            JWEObject encrypted = JWEObject.parse(jwe);
            JWEHeader header = encrypted.getHeader();
            if (!JWEAlgorithm.ECDH_ES.equals(header.getAlgorithm())
                    || !EncryptionMethod.A256GCM.equals(header.getEncryptionMethod())
                    || header.getCompressionAlgorithm() != null
                    || header.getKeyID() == null) {
                return Optional.empty();
            }
            Optional<ECPrivateKey> key = keys.find(header.getKeyID());
            if (key.isEmpty()) {
                return Optional.empty();
            }
            encrypted.decrypt(decrypter(header.getKeyID(), key.get()));
            return Optional.of(encrypted.getPayload().toBytes());
        } catch (ParseException | JOSEException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /// Remembered by key id, which is the key's thumbprint and so names one key.
    private ECDHDecrypter decrypter(String keyId, ECPrivateKey key) throws JOSEException {
        ECDHDecrypter known = decrypters.get(keyId);
        if (known == null) {
            known = new ECDHDecrypter(key);
            known.getJCAContext().setKeyEncryptionProvider(Curves.provider());
            decrypters.put(keyId, known);
        }
        return known;
    }
}
