package comity.evidence.signature;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;

/// Signs as CAdES-BASELINE-T (ETSI EN 319 122-1), with the European Commission's DSS; without a time-stamp
/// authority as CAdES-BASELINE-B, which vouches for nobody's clock but the signer's own.
public final class CadesSigner implements SealSigner {
    private static final String DOCUMENT = "seal.json";

    private final SigningKey key;
    private final Optional<TimestampSource> timestamps;
    private final Clock clock;

    public CadesSigner(SigningKey key, Optional<TimestampSource> timestamps, Clock clock) {
        this.key = key;
        this.timestamps = timestamps;
        this.clock = clock;
    }

    @Override
    public byte[] sign(byte[] content) {
        CAdESService service = new CAdESService(new CommonCertificateVerifier());
        timestamps.ifPresent(source -> service.setTspSource(new Adapter(source)));
        CAdESSignatureParameters form = form();
        DSSDocument document = new InMemoryDocument(content, DOCUMENT);
        try {
            byte[] toSign = service.getDataToSign(document, form).getBytes();
            SignatureValue value = new SignatureValue(form.getSignatureAlgorithm(), sign(toSign, form));
            ByteArrayOutputStream signed = new ByteArrayOutputStream();
            service.signDocument(document, form, value).writeTo(signed);
            return signed.toByteArray();
        } catch (EvidenceRefused e) {
            throw e;
        } catch (GeneralSecurityException | IOException | DSSException e) {
            throw new EvidenceRefused(EvidenceFault.SIGNING_KEY, key.toString(), e);
        }
    }

    private CAdESSignatureParameters form() {
        CAdESSignatureParameters form = new CAdESSignatureParameters();
        form.setSignatureLevel(
                timestamps.isPresent() ? SignatureLevel.CAdES_BASELINE_T : SignatureLevel.CAdES_BASELINE_B);
        form.setSignaturePackaging(SignaturePackaging.DETACHED);
        form.setDigestAlgorithm(DigestAlgorithm.SHA256);
        form.getSignatureTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        form.setSigningCertificate(new CertificateToken(key.chain().getFirst()));
        form.setCertificateChain(key.chain().stream().map(CertificateToken::new).toList());
        form.bLevel().setSigningDate(Date.from(clock.instant()));
        return form;
    }

    private byte[] sign(byte[] toSign, CAdESSignatureParameters form) throws GeneralSecurityException {
        SignatureAlgorithm algorithm = form.getSignatureAlgorithm();
        Signature signature =
                Signature.getInstance(key.key() instanceof ECKey ? "SHA256withECDSA" : algorithm.getJCEId());
        signature.initSign(key.key());
        signature.update(toSign);
        return signature.sign();
    }

    /// Our time-stamps where DSS asks for its own.
    private static final class Adapter implements TSPSource {
        private static final long serialVersionUID = 1L;

        private final transient TimestampSource source;

        private Adapter(TimestampSource source) {
            this.source = source;
        }

        @Override
        public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
            if (algorithm != DigestAlgorithm.SHA256) {
                throw new EvidenceRefused(EvidenceFault.TIMESTAMP, algorithm.getName());
            }
            return new TimestampBinary(source.token(digest));
        }
    }
}
