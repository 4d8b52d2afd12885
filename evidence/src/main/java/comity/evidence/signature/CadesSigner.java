package comity.evidence.signature;

import comity.evidence.EvidenceFault;
import comity.evidence.EvidenceRefused;
import eu.europa.esig.dss.asic.cades.ASiCWithCAdESSignatureParameters;
import eu.europa.esig.dss.asic.cades.signature.ASiCWithCAdESService;
import eu.europa.esig.dss.cades.CAdESSignatureParameters;
import eu.europa.esig.dss.cades.signature.CAdESService;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignaturePackaging;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.signature.AbstractSignatureParameters;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Signs as CAdES-BASELINE-T (ETSI EN 319 122-1), with the European Commission's DSS; without a time-stamp
/// authority as CAdES-BASELINE-B, which vouches for nobody's clock but the signer's own.
public final class CadesSigner implements SealSigner, ContainerSigner {
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
        CAdESSignatureParameters form = new CAdESSignatureParameters();
        form.setSignaturePackaging(SignaturePackaging.DETACHED);
        form.getSignatureTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        fill(form);
        DSSDocument document = new InMemoryDocument(content, DOCUMENT);
        return attempt(() -> {
            byte[] toSign = service.getDataToSign(document, form).getBytes();
            return service.signDocument(document, form, value(toSign, form));
        });
    }

    @Override
    public byte[] container(Map<String, byte[]> parts) {
        ASiCWithCAdESService service = new ASiCWithCAdESService(new CommonCertificateVerifier());
        timestamps.ifPresent(source -> service.setTspSource(new Adapter(source)));
        ASiCWithCAdESSignatureParameters form = new ASiCWithCAdESSignatureParameters();
        form.aSiC().setContainerType(ASiCContainerType.ASiC_E);
        form.getSignatureTimestampParameters().setDigestAlgorithm(DigestAlgorithm.SHA256);
        fill(form);
        List<DSSDocument> documents = new ArrayList<>();
        parts.forEach((name, content) -> documents.add(new InMemoryDocument(content, name)));
        return attempt(() -> {
            byte[] toSign = service.getDataToSign(documents, form).getBytes();
            return service.signDocument(documents, form, value(toSign, form));
        });
    }

    private interface Work {
        DSSDocument sign() throws GeneralSecurityException;
    }

    private byte[] attempt(Work work) {
        try {
            ByteArrayOutputStream signed = new ByteArrayOutputStream();
            work.sign().writeTo(signed);
            return signed.toByteArray();
        } catch (EvidenceRefused e) {
            throw e;
        } catch (GeneralSecurityException | IOException | DSSException e) {
            throw new EvidenceRefused(EvidenceFault.SIGNING_KEY, key.toString(), e);
        }
    }

    private void fill(AbstractSignatureParameters<?> form) {
        form.setSignatureLevel(
                timestamps.isPresent() ? SignatureLevel.CAdES_BASELINE_T : SignatureLevel.CAdES_BASELINE_B);
        form.setDigestAlgorithm(DigestAlgorithm.SHA256);
        form.setSigningCertificate(new CertificateToken(key.chain().getFirst()));
        form.setCertificateChain(key.chain().stream().map(CertificateToken::new).toList());
        form.bLevel().setSigningDate(Date.from(clock.instant()));
    }

    private SignatureValue value(byte[] toSign, AbstractSignatureParameters<?> form) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(key.key() instanceof ECKey ? "SHA256withECDSA" : "SHA256withRSA");
        signature.initSign(key.key());
        signature.update(toSign);
        return new SignatureValue(form.getSignatureAlgorithm(), signature.sign());
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
