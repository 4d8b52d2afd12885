package comity.node.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import comity.directory.keys.Pem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/// A time-stamp authority (RFC 3161) for the exercise, which goes by the demo's clock and so vouches
/// for nothing real.
final class DemoTimestamps implements AutoCloseable {
    private static final Duration LASTS = Duration.ofDays(3650);
    /// Nothing secret is kept with it: whoever has the demo's folder has its keys.
    private static final char[] PASSWORD = "exercise".toCharArray();

    private static final String ALIAS = "time";
    private static final String POLICY = "1.3.6.1.4.1.99999.1";
    private static final int LONGEST_REQUEST = 4096;

    private final HttpServer server;

    private DemoTimestamps(HttpServer server) {
        this.server = server;
    }

    static URI address(int port) {
        return URI.create("http://127.0.0.1:" + port + "/");
    }

    /// Makes its keys where there are none.
    ///
    /// @param store where the keys are kept
    /// @param root where its certificate is written for those who shall believe it
    static void prepare(Path store, Path root) throws IOException {
        if (Files.exists(store)) {
            return;
        }
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair rootKeys = generator.generateKeyPair();
            KeyPair keys = generator.generateKeyPair();
            X509Certificate rootCertificate = certificate("Exercise Time Root", rootKeys, rootKeys, true);
            X509Certificate certificate = certificate("Exercise Time", keys, rootKeys, false);
            KeyStore made = KeyStore.getInstance("PKCS12");
            made.load(null, PASSWORD);
            made.setKeyEntry(ALIAS, keys.getPrivate(), PASSWORD, new Certificate[] {certificate, rootCertificate});
            try (OutputStream out = Files.newOutputStream(store)) {
                made.store(out, PASSWORD);
            }
            Files.writeString(root, Pem.of(rootCertificate));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("Every Java makes such keys", e);
        }
    }

    private static X509Certificate certificate(String name, KeyPair keys, KeyPair issuer, boolean root)
            throws IOException, GeneralSecurityException, OperatorCreationException {
        Instant now = Instant.now();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name("CN=Exercise Time Root"),
                BigInteger.valueOf(now.toEpochMilli()).add(root ? BigInteger.ZERO : BigInteger.ONE),
                Date.from(now.minus(LASTS)),
                Date.from(now.plus(LASTS)),
                new X500Name("CN=" + name),
                keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(root));
        builder.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(root ? KeyUsage.keyCertSign : KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        if (!root) {
            builder.addExtension(
                    Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate())));
    }

    /// Answers on a port of this machine.
    ///
    /// @param now the demo's time
    static DemoTimestamps start(Path store, int port, Supplier<Instant> now) throws IOException {
        try {
            KeyStore kept = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                kept.load(in, PASSWORD);
            }
            PrivateKey key = (PrivateKey) kept.getKey(ALIAS, PASSWORD);
            X509Certificate certificate = (X509Certificate) kept.getCertificate(ALIAS);
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.createContext("/", exchange -> answer(exchange, key, certificate, now.get()));
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return new DemoTimestamps(server);
        } catch (GeneralSecurityException e) {
            throw new IOException("The keys of the demo's time-stamps cannot be read", e);
        }
    }

    private static void answer(HttpExchange exchange, PrivateKey key, X509Certificate certificate, Instant now)
            throws IOException {
        try (exchange) {
            byte[] asked = exchange.getRequestBody().readNBytes(LONGEST_REQUEST);
            byte[] answer = answer(asked, key, certificate, now);
            exchange.getResponseHeaders().add("content-type", "application/timestamp-reply");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (TSPException | GeneralSecurityException | OperatorCreationException e) {
            throw new IOException(e);
        }
    }

    private static byte[] answer(byte[] asked, PrivateKey key, X509Certificate certificate, Instant now)
            throws IOException, TSPException, GeneralSecurityException, OperatorCreationException {
        TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", key, certificate),
                new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                new ASN1ObjectIdentifier(POLICY));
        tokens.addCertificates(new JcaCertStore(List.of(certificate)));
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                .generate(new TimeStampRequest(asked), BigInteger.valueOf(System.nanoTime()), Date.from(now))
                .getEncoded();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
