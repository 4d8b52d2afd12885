package comity.directory.keys;

import comity.kernel.StateCode;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// Makes all keys of a new node in one sitting: the State's root (P-384), a certificate for connections and one for
/// the seal (P-256) under it, and the key that letters to the State are encrypted to.
///
/// A State with a certification authority of its own brings certificates of the same form instead.
public final class KeyCeremony {
    static final String SERVER = KeyPurposeId.id_kp_serverAuth.getId();
    static final String CLIENT = KeyPurposeId.id_kp_clientAuth.getId();

    private static final Duration BACKDATED = Duration.ofMinutes(5);
    private static final Duration ROOT_LASTS = Duration.ofDays(3653);
    private static final Duration LEAF_LASTS = Duration.ofDays(731);
    private static final SecureRandom CHANCE = new SecureRandom();

    private final StateCode state;
    private final Instant now;

    private KeyCeremony(StateCode state, Instant now) {
        this.state = state;
        this.now = now;
    }

    /// All that a node holds. The root key belongs in a safe once the node has started; [KeyFolder] keeps it apart.
    public record NodeKeys(
            KeyPair rootKey, X509Certificate root, ChannelKey channel, SealKey seal, EncryptionKeys encryption) {}

    /// Makes the keys.
    ///
    /// @param hosts names and addresses under which the node is called, for example `localhost` and `127.0.0.1`
    public static NodeKeys hold(StateCode state, List<String> hosts, Instant now) {
        try {
            return new KeyCeremony(state, now).make(hosts);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("A certificate could not be made", e);
        }
    }

    private NodeKeys make(List<String> hosts) throws GeneralSecurityException, OperatorCreationException, IOException {
        KeyPair rootKey = pair("secp384r1");
        X509Certificate root = root(rootKey);
        KeyPair channelKey = pair("secp256r1");
        X509Certificate channel = channel(channelKey, rootKey, root, hosts);
        KeyPair sealKey = pair("secp256r1");
        X509Certificate seal = seal(sealKey, rootKey, root);
        return new NodeKeys(
                rootKey,
                root,
                new ChannelKey(channelKey.getPrivate(), List.of(channel)),
                new SealKey(sealKey.getPrivate(), List.of(seal)),
                EncryptionKeys.generate());
    }

    private X509Certificate root(KeyPair key) throws GeneralSecurityException, OperatorCreationException, IOException {
        X500Name name = name("Root");
        X509v3CertificateBuilder certificate = begin(name, name, key, ROOT_LASTS);
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(1));
        certificate.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
        return sign(certificate, key);
    }

    private X509Certificate channel(KeyPair key, KeyPair issuerKey, X509Certificate issuer, List<String> hosts)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        X509v3CertificateBuilder certificate = begin(nameOf(issuer), name("Node"), key, LEAF_LASTS);
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        certificate.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        certificate.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
            KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
        }));
        certificate.addExtension(Extension.subjectAlternativeName, false, names(hosts));
        addLink(certificate, issuer);
        return sign(certificate, issuerKey);
    }

    private X509Certificate seal(KeyPair key, KeyPair issuerKey, X509Certificate issuer)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        X509v3CertificateBuilder certificate = begin(nameOf(issuer), name("Seal"), key, LEAF_LASTS);
        certificate.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        certificate.addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        addLink(certificate, issuer);
        return sign(certificate, issuerKey);
    }

    private static void addLink(X509v3CertificateBuilder certificate, X509Certificate issuer)
            throws GeneralSecurityException, IOException {
        certificate.addExtension(
                Extension.authorityKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(issuer));
    }

    private X509v3CertificateBuilder begin(X500Name issuer, X500Name subject, KeyPair key, Duration lasts)
            throws GeneralSecurityException, IOException {
        X509v3CertificateBuilder certificate = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(127, CHANCE),
                Date.from(now.minus(BACKDATED)),
                Date.from(now.plus(lasts)),
                subject,
                key.getPublic());
        certificate.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key.getPublic()));
        return certificate;
    }

    private static X509Certificate sign(X509v3CertificateBuilder certificate, KeyPair issuerKey)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(certificate.build(
                        new JcaContentSignerBuilder("SHA384withECDSA").build(issuerKey.getPrivate())));
    }

    private X500Name name(String role) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, state.code())
                .addRDN(BCStyle.O, "Comity node of " + state)
                .addRDN(BCStyle.ORGANIZATION_IDENTIFIER, "GOV" + state + "-COMITY")
                .addRDN(BCStyle.CN, role + " " + state)
                .build();
    }

    private static X500Name nameOf(X509Certificate certificate) {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    private static GeneralNames names(List<String> hosts) {
        List<GeneralName> names = new ArrayList<>();
        for (String host : hosts) {
            boolean isAddress = host.contains(":") || host.matches("[0-9.]+");
            names.add(new GeneralName(isAddress ? GeneralName.iPAddress : GeneralName.dNSName, host));
        }
        return new GeneralNames(names.toArray(GeneralName[]::new));
    }

    private static KeyPair pair(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }
}
