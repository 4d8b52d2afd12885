package comity.evidence.signature;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/// A State's root for tests, which vouches for signing keys, and a time-stamp authority that answers over HTTP.
public final class TestAuthority {
    private static final Duration YEARS = Duration.ofDays(3650);
    private static final AtomicLong SERIAL = new AtomicLong(1000);

    private final KeyPair keys = draw();
    private final X509Certificate root;
    private final String name;

    public TestAuthority(String name) {
        this.name = name;
        this.root = certificate(
                keys, name + " root", Instant.now().minus(YEARS), Instant.now().plus(YEARS), true, null);
    }

    public X509Certificate root() {
        return root;
    }

    /// A signing key that is vouched for between two times.
    public SigningKey signer(Instant from, Instant until) {
        KeyPair pair = draw();
        return new SigningKey(
                pair.getPrivate(), List.of(certificate(pair, name + " seal", from, until, false, null), root));
    }

    /// A signing key that is vouched for now.
    public SigningKey signer() {
        return signer(Instant.now().minus(Duration.ofDays(30)), Instant.now().plus(Duration.ofDays(365)));
    }

    /// The key of a channel, which is vouched for, but not for signing.
    public SigningKey channel() {
        KeyPair pair = draw();
        return new SigningKey(
                pair.getPrivate(),
                List.of(
                        certificate(
                                pair,
                                name + " channel",
                                Instant.now().minus(YEARS),
                                Instant.now().plus(YEARS),
                                false,
                                KeyPurposeId.id_kp_clientAuth),
                        root));
    }

    /// A list on which a certificate was taken back.
    public X509CRL revoked(X509Certificate certificate, Instant at) {
        try {
            X509v2CRLBuilder list = new X509v2CRLBuilder(
                    X500Name.getInstance(root.getSubjectX500Principal().getEncoded()), new Date());
            list.addCRLEntry(certificate.getSerialNumber(), Date.from(at), CRLReason.keyCompromise);
            list.setNextUpdate(Date.from(Instant.now().plus(YEARS)));
            return new JcaX509CRLConverter().getCRL(list.build(signing(keys)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public static String pem(X509Certificate certificate) {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(certificate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /// A time-stamp authority of this root.
    ///
    /// @param clock the time that it vouches for
    public Timestamps timestamps(Supplier<Instant> clock) {
        KeyPair pair = draw();
        X509Certificate certificate = certificate(
                pair,
                name + " time",
                Instant.now().minus(YEARS),
                Instant.now().plus(YEARS),
                false,
                KeyPurposeId.id_kp_timeStamping);
        return new Timestamps(pair, certificate, clock);
    }

    /// A time-stamp authority on a port of this machine.
    public static final class Timestamps implements AutoCloseable {
        private final HttpServer server;

        private Timestamps(KeyPair pair, X509Certificate certificate, Supplier<Instant> clock) {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server.createContext("/", exchange -> {
                    try (exchange) {
                        byte[] answer = answer(
                                pair,
                                certificate,
                                clock.get(),
                                exchange.getRequestBody().readAllBytes());
                        exchange.getResponseHeaders().add("content-type", "application/timestamp-reply");
                        exchange.sendResponseHeaders(200, answer.length);
                        exchange.getResponseBody().write(answer);
                    }
                });
                server.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static byte[] answer(KeyPair pair, X509Certificate certificate, Instant now, byte[] asked)
                throws IOException {
            try {
                TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                        new JcaSimpleSignerInfoGeneratorBuilder()
                                .build("SHA256withECDSA", pair.getPrivate(), certificate),
                        new JcaDigestCalculatorProviderBuilder()
                                .build()
                                .get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                        new ASN1ObjectIdentifier("1.2.3.4.1"));
                tokens.addCertificates(new JcaCertStore(List.of(certificate)));
                TimeStampResponseGenerator responses = new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
                return responses
                        .generate(
                                new TimeStampRequest(asked),
                                BigInteger.valueOf(SERIAL.incrementAndGet()),
                                Date.from(now))
                        .getEncoded();
            } catch (Exception e) {
                throw new IOException(e);
            }
        }

        public URI address() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    private static KeyPair draw() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ContentSigner signing(KeyPair keys) throws Exception {
        return new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
    }

    private X509Certificate certificate(
            KeyPair pair,
            String subject,
            Instant from,
            Instant until,
            boolean authority,
            @org.jspecify.annotations.Nullable KeyPurposeId usage) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    new X500Name("CN=" + name + " root"),
                    BigInteger.valueOf(SERIAL.incrementAndGet()),
                    Date.from(from),
                    Date.from(until),
                    new X500Name("CN=" + subject),
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(
                            authority
                                    ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                                    : KeyPurposeId.id_kp_clientAuth.equals(usage)
                                            ? KeyUsage.digitalSignature
                                            : KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            if (usage != null) {
                builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(usage));
            }
            return new JcaX509CertificateConverter().getCertificate(builder.build(signing(keys)));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
