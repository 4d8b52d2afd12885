package comity.benchmarks.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Keys and certificates made for one run and forgotten after it: one small authority, and a key store for each side.
public final class Certificates {
    /// Guards key stores that live as long as the run.
    public static final char[] PASSWORD = "one run".toCharArray();

    private static final String STORE_TYPE = "PKCS12";
    private static final String AUTHORITY = "authority";
    private static final Duration LIFE = Duration.ofDays(1);

    private final KeyPairGenerator generator;
    private final String signature;
    private final KeyPair authorityKey;
    private final X509Certificate authority;

    private Certificates(KeyPairGenerator generator, String signature) throws GeneralSecurityException {
        this.generator = generator;
        this.signature = signature;
        this.authorityKey = generator.generateKeyPair();
        this.authority = issued("Authority of one run", authorityKey, true);
    }

    /// An authority and keys on the curve P-256, as a node uses for its connections.
    public static Certificates onP256() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return new Certificates(generator, "SHA256withECDSA");
    }

    /// An authority and RSA keys of that many bits.
    public static Certificates withRsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return new Certificates(generator, "SHA256withRSA");
    }

    /// Writes a key store with a new key under the alias `name`, and the authority as the one that is trusted.
    public Path write(Path folder, String name) throws GeneralSecurityException, IOException {
        KeyPair key = generator.generateKeyPair();
        KeyStore store = KeyStore.getInstance(STORE_TYPE);
        store.load(null, PASSWORD);
        store.setKeyEntry(name, key.getPrivate(), PASSWORD, new Certificate[] {issued(name, key, false), authority});
        store.setCertificateEntry(AUTHORITY, authority);
        Path file = Files.createDirectories(folder).resolve(name + ".p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD);
        }
        return file;
    }

    public X509Certificate authority() {
        return authority;
    }

    public static KeyStore read(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(STORE_TYPE);
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    /// A context for TLS with this store's key and trust.
    public static SSLContext tls(KeyStore store) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, PASSWORD);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
        trusted.init(store);
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    private X509Certificate issued(String name, KeyPair key, boolean isAuthority) throws GeneralSecurityException {
        X500Name issuer = new X500Name("CN=Authority of one run");
        Instant now = Instant.now();
        try {
            var certificate = new JcaX509v3CertificateBuilder(
                            issuer,
                            new BigInteger(120, new SecureRandom()),
                            Date.from(now.minus(Duration.ofHours(1))),
                            Date.from(now.plus(LIFE)),
                            new X500Name("CN=" + name),
                            key.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(isAuthority));
            if (!isAuthority) {
                certificate.addExtension(
                        Extension.subjectAlternativeName,
                        false,
                        new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
            }
            var signer = new JcaContentSignerBuilder(signature).build(authorityKey.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(certificate.build(signer));
        } catch (CertIOException | OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }
}
