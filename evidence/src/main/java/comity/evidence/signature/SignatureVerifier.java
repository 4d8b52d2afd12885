package comity.evidence.signature;

import comity.evidence.signature.SignatureFinding.Answer;
import comity.evidence.signature.SignatureFinding.Kind;
import comity.kernel.Sha256;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertStore;
import java.security.cert.CertificateException;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;

/// Checks a detached signature, its time-stamp, and who vouches for them.
///
/// The certificate is judged at the time that somebody else vouches for; a signature that was good then stays good
/// when the certificate runs out. Without a time-stamp it is judged at the time of checking.
public final class SignatureVerifier {
    /// The place of the bit that was called non-repudiation.
    private static final int CONTENT_COMMITMENT = 1;

    private static final String TIMESTAMPING = "1.3.6.1.5.5.7.3.8";

    private final Trust trust;
    private final Instant now;

    public SignatureVerifier(Trust trust, Instant now) {
        this.trust = trust;
        this.now = now;
    }

    /// @param content what should have been signed
    /// @param signature a CMS in DER
    public SignatureFinding check(byte[] content, byte[] signature) {
        CMSSignedData signed;
        SignerInformation signer;
        Optional<X509Certificate> certificate;
        try {
            signed = new CMSSignedData(new CMSProcessableByteArray(content), signature);
            Collection<SignerInformation> signers = signed.getSignerInfos().getSigners();
            if (signers.size() != 1) {
                return broken("signature-malformed");
            }
            signer = signers.iterator().next();
            certificate = certificate(signed.getCertificates(), signer);
        } catch (CMSException | GeneralSecurityException | RuntimeException e) {
            return broken("signature-malformed");
        }
        if (certificate.isEmpty()) {
            return broken("signature-without-certificate");
        }
        Answer integrity = integrity(signer, certificate.get());
        if (integrity.kind() != Kind.YES) {
            return broken(integrity.code());
        }
        Timed timed = time(signer);
        Instant judgedAt = timed.vouched().orElse(now);
        Answer vouched = mayCommit(certificate.get())
                ? chain(certificate.get(), certificates(signed.getCertificates()), judgedAt, Set.of())
                : Answer.no("wrong-use");
        Optional<Instant> when = timed.vouched().or(() -> claimed(signer));
        return new SignatureFinding(integrity, vouched, certificate, timed.answer(), when);
    }

    private static SignatureFinding broken(String code) {
        Answer none = Answer.absent(code);
        return new SignatureFinding(Answer.no(code), none, Optional.empty(), none, Optional.empty());
    }

    private static Answer integrity(SignerInformation signer, X509Certificate certificate) {
        try {
            boolean fits = signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
            if (!fits) {
                return Answer.no("signature-wrong");
            }
            return namesItsCertificate(signer, certificate) ? Answer.YES : Answer.no("signature-other-certificate");
        } catch (CMSException | OperatorCreationException | GeneralSecurityException | RuntimeException e) {
            return Answer.no("signature-wrong");
        }
    }

    /// The certificate stands under the signature (RFC 5035), so that nobody can put another with the same key.
    private static boolean namesItsCertificate(SignerInformation signer, X509Certificate certificate)
            throws GeneralSecurityException {
        Attribute attribute = signer.getSignedAttributes() == null
                ? null
                : signer.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (attribute == null) {
            return false;
        }
        var named = SigningCertificateV2.getInstance(attribute.getAttributeValues()[0])
                .getCerts();
        return named.length > 0 && Arrays.equals(named[0].getCertHash(), Sha256.digest(certificate.getEncoded()));
    }

    /// A certificate that says what it is for must say that its holder can be held to what is signed (RFC 5280,
    /// 4.2.1.3); that of a State's channel does not.
    private static boolean mayCommit(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return usage == null || usage[CONTENT_COMMITMENT];
    }

    private static Optional<Instant> claimed(SignerInformation signer) {
        Attribute attribute = signer.getSignedAttributes().get(CMSAttributes.signingTime);
        if (attribute == null) {
            return Optional.empty();
        }
        ASN1Encodable value = attribute.getAttributeValues()[0];
        return Optional.of(Time.getInstance(value).getDate().toInstant());
    }

    /// @param vouched the time, when the token is over this signature and somebody trusted made it
    private record Timed(Answer answer, Optional<Instant> vouched) {
        static Timed none(Answer answer) {
            return new Timed(answer, Optional.empty());
        }
    }

    private Timed time(SignerInformation signer) {
        Attribute attribute = signer.getUnsignedAttributes() == null
                ? null
                : signer.getUnsignedAttributes().get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (attribute == null) {
            return Timed.none(Answer.absent("not-timestamped"));
        }
        try {
            TimeStampToken token = new TimeStampToken(new CMSSignedData(
                    attribute.getAttributeValues()[0].toASN1Primitive().getEncoded()));
            boolean overThis = Arrays.equals(
                    token.getTimeStampInfo().getMessageImprintDigest(), Sha256.digest(signer.getSignature()));
            Optional<X509Certificate> authority = certificate(
                    token.getCertificates(),
                    token.toCMSSignedData().getSignerInfos().iterator().next());
            if (!overThis || authority.isEmpty()) {
                return Timed.none(Answer.no("timestamp-wrong"));
            }
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(authority.get()));
            Instant at = token.getTimeStampInfo().getGenTime().toInstant();
            Answer vouched = chain(authority.get(), certificates(token.getCertificates()), at, Set.of(TIMESTAMPING));
            return vouched.kind() == Kind.YES
                    ? new Timed(Answer.YES, Optional.of(at))
                    : Timed.none(new Answer(vouched.kind(), "timestamp-" + vouched.code()));
        } catch (CMSException
                | TSPException
                | IOException
                | OperatorCreationException
                | GeneralSecurityException
                | RuntimeException e) {
            return Timed.none(Answer.no("timestamp-wrong"));
        }
    }

    private static Optional<X509Certificate> certificate(
            Store<X509CertificateHolder> certificates, SignerInformation signer) throws CertificateException {
        @SuppressWarnings("unchecked")
        Collection<X509CertificateHolder> found = certificates.getMatches(signer.getSID());
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new JcaX509CertificateConverter()
                        .getCertificate(found.iterator().next()));
    }

    private static List<X509Certificate> certificates(Store<X509CertificateHolder> store) {
        List<X509Certificate> found = new ArrayList<>();
        for (X509CertificateHolder holder : store.getMatches(null)) {
            try {
                found.add(new JcaX509CertificateConverter().getCertificate(holder));
            } catch (CertificateException e) {
                // Not one that could vouch for anything.
            }
        }
        return found;
    }

    /// Whether one of the roots vouches for a certificate at a time (RFC 5280, 6).
    private Answer chain(X509Certificate certificate, List<X509Certificate> others, Instant at, Set<String> usage) {
        if (trust.roots().isEmpty()) {
            return Answer.unknown("no-roots");
        }
        if (trust.roots().contains(certificate)) {
            return Answer.no("root-itself");
        }
        try {
            PKIXBuilderParameters parameters = parameters(certificate, others, at, usage);
            CertPath path =
                    CertPathBuilder.getInstance("PKIX").build(parameters).getCertPath();
            return path.getCertificates().isEmpty() ? Answer.no("not-vouched-for") : revoked(path, at);
        } catch (CertPathBuilderException e) {
            return Answer.no(reason(certificate, others, at, usage));
        } catch (GeneralSecurityException | IOException e) {
            return Answer.no("not-vouched-for");
        }
    }

    private PKIXBuilderParameters parameters(
            X509Certificate certificate, List<X509Certificate> others, Instant at, Set<String> usage)
            throws GeneralSecurityException, IOException {
        Set<TrustAnchor> anchors = new HashSet<>();
        trust.roots().forEach(root -> anchors.add(new TrustAnchor(root, null)));
        X509CertSelector selector = new X509CertSelector();
        selector.setCertificate(certificate);
        if (!usage.isEmpty()) {
            selector.setExtendedKeyUsage(usage);
        }
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, selector);
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(at));
        List<X509Certificate> all = new ArrayList<>(others);
        all.add(certificate);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(all)));
        return parameters;
    }

    /// A certificate that was taken back before the signature vouches for nothing; one that was taken back later
    /// still vouches for what was signed before.
    private Answer revoked(CertPath path, Instant at) {
        for (var each : path.getCertificates()) {
            X509Certificate certificate = (X509Certificate) each;
            for (var list : trust.revocations()) {
                var entry = list.getIssuerX500Principal().equals(certificate.getIssuerX500Principal())
                        ? list.getRevokedCertificate(certificate)
                        : null;
                if (entry != null && !entry.getRevocationDate().toInstant().isAfter(at)) {
                    return Answer.no("revoked");
                }
            }
        }
        return Answer.YES;
    }

    /// A certificate for which a root vouches at another time is too old or too new; else it is a stranger's.
    private String reason(X509Certificate certificate, List<X509Certificate> others, Instant at, Set<String> usage) {
        Instant begin = certificate.getNotBefore().toInstant();
        Instant end = certificate.getNotAfter().toInstant();
        boolean early = at.isBefore(begin);
        if ((early || at.isAfter(end))
                && chain(certificate, others, early ? begin : end, usage).kind() == Kind.YES) {
            return early ? "not-yet-valid" : "expired";
        }
        return "not-vouched-for";
    }
}
