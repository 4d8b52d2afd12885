package comity.directory.keys;

import comity.kernel.Utf8;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Certificates and private keys as the text files that operators know (RFC 7468).
public final class Pem {
    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {}

    /// All certificates in a text, in their order.
    ///
    /// @throws IllegalArgumentException when it holds none or a broken one
    public static List<X509Certificate> certificates(String text) {
        try {
            List<X509Certificate> found = new ArrayList<>();
            CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(Utf8.bytes(text)))
                    .forEach(certificate -> found.add((X509Certificate) certificate));
            if (found.isEmpty()) {
                throw new IllegalArgumentException("No certificate in this text");
            }
            return List.copyOf(found);
        } catch (CertificateException e) {
            throw new IllegalArgumentException("Not a certificate", e);
        }
    }

    public static X509Certificate certificate(String text) {
        return certificates(text).getFirst();
    }

    /// An EC private key (PKCS #8).
    ///
    /// @throws IllegalArgumentException when the text holds none
    public static PrivateKey privateKey(String text) {
        Matcher key = KEY.matcher(text);
        if (!key.find()) {
            throw new IllegalArgumentException("No PKCS #8 private key in this text");
        }
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(key.group(1));
            return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not an EC private key", e);
        }
    }

    static String of(List<X509Certificate> certificates) {
        StringBuilder text = new StringBuilder();
        for (X509Certificate certificate : certificates) {
            text.append(of(certificate));
        }
        return text.toString();
    }

    public static String of(X509Certificate certificate) {
        try {
            return block("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String of(PrivateKey key) {
        return block("PRIVATE KEY", key.getEncoded());
    }

    private static String block(String label, byte[] encoded) {
        return "-----BEGIN " + label + "-----\n" + LINES.encodeToString(encoded) + "\n-----END " + label + "-----\n";
    }
}
