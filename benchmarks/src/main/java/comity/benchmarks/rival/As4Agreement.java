package comity.benchmarks.rival;

import com.helger.base.state.ETriState;
import com.helger.phase4.CAS4;
import com.helger.phase4.crypto.AS4CryptoFactoryInMemoryKeyStore;
import com.helger.phase4.crypto.ECryptoAlgorithmCrypt;
import com.helger.phase4.crypto.ECryptoAlgorithmSign;
import com.helger.phase4.crypto.ECryptoAlgorithmSignDigest;
import com.helger.phase4.crypto.IAS4CryptoFactory;
import com.helger.phase4.model.EMEP;
import com.helger.phase4.model.EMEPBinding;
import com.helger.phase4.model.pmode.PMode;
import com.helger.phase4.model.pmode.PModeParty;
import com.helger.phase4.model.pmode.PModeReceptionAwareness;
import com.helger.phase4.model.pmode.leg.EPModeSendReceiptReplyPattern;
import com.helger.phase4.model.pmode.leg.PModeLeg;
import com.helger.phase4.model.pmode.leg.PModeLegBusinessInformation;
import com.helger.phase4.model.pmode.leg.PModeLegErrorHandling;
import com.helger.phase4.model.pmode.leg.PModeLegProtocol;
import com.helger.phase4.model.pmode.leg.PModeLegSecurity;
import com.helger.phase4.wss.EWSSVersion;
import comity.benchmarks.load.Certificates;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;

/// What the two ends of the AS4 exchange have agreed on (in AS4's words a P-Mode): one-way push, signed with RSA and
/// SHA-256, encrypted with AES-128-GCM, a signed receipt of non-repudiation in the answer, duplicates refused.
///
/// These are the settings of the European Commission's eDelivery AS4 profile, version 1.
final class As4Agreement {
    static final String ID = "letters";
    static final String SERVICE = "urn:comity:benchmark";
    static final String ACTION = "letter";
    static final String SENDER = "sender";
    static final String RECEIVER = "receiver";

    private As4Agreement() {}

    static PMode terms(String address) {
        PModeLegErrorHandling errors = PModeLegErrorHandling.createUndefined();
        errors.setReportAsResponse(true);
        PModeLeg leg = new PModeLeg(
                PModeLegProtocol.createForDefaultSoapVersion(address),
                PModeLegBusinessInformation.create(SERVICE, ACTION, null, CAS4.DEFAULT_MPC_ID),
                errors,
                null,
                security());
        return new PMode(
                ID,
                PModeParty.createSimple(SENDER, CAS4.DEFAULT_INITIATOR_URL),
                PModeParty.createSimple(RECEIVER, CAS4.DEFAULT_RESPONDER_URL),
                "urn:comity:benchmark:agreement",
                EMEP.ONE_WAY,
                EMEPBinding.PUSH,
                leg,
                null,
                null,
                new PModeReceptionAwareness(ETriState.TRUE, ETriState.FALSE, 0, 0, ETriState.TRUE));
    }

    static IAS4CryptoFactory keys(Path file, String alias) throws GeneralSecurityException, IOException {
        KeyStore store = Certificates.read(file);
        return new AS4CryptoFactoryInMemoryKeyStore(store, alias, Certificates.PASSWORD, store);
    }

    private static PModeLegSecurity security() {
        PModeLegSecurity security = new PModeLegSecurity();
        security.setWSSVersion(EWSSVersion.WSS_111);
        security.setX509SignatureAlgorithm(ECryptoAlgorithmSign.RSA_SHA_256);
        security.setX509SignatureHashFunction(ECryptoAlgorithmSignDigest.DIGEST_SHA_256);
        security.setX509EncryptionAlgorithm(ECryptoAlgorithmCrypt.AES_128_GCM);
        security.setX509EncryptionMinimumStrength(128);
        security.setPModeAuthorize(false);
        security.setSendReceipt(true);
        security.setSendReceiptReplyPattern(EPModeSendReceiptReplyPattern.RESPONSE);
        security.setSendReceiptNonRepudiation(true);
        return security;
    }
}
