package comity.kernel;

import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;

/// Where curve arithmetic is done.
///
/// The JDK verifies about two thousand P-256 signatures a second, the Corretto provider about nineteen thousand,
/// because it is native code; with Ed25519, in which checkpoints are signed, the distance is greater still. Every
/// letter costs two signatures, two verifications and two key agreements, and its commit a checkpoint on each
/// side, so this one choice decides how many letters a core can carry. The native library exists for some
/// platforms only; where it does not load, the JDK does the same work more slowly.
public final class Curves {
    private static final System.Logger LOG = System.getLogger(Curves.class.getName());
    private static final String CORRETTO = "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";
    private static final Provider PROVIDER = choose();

    private Curves() {}

    /// The provider for EC keys, ECDSA, ECDH and Ed25519.
    public static Provider provider() {
        return PROVIDER;
    }

    /// Whether the native provider is in use.
    public static boolean areNative() {
        return PROVIDER.getName().equals("AmazonCorrettoCryptoProvider");
    }

    /// Read by reflection, because the provider's jar is made for some platforms and absent on the others.
    private static Provider choose() {
        try {
            Class<?> type = Class.forName(CORRETTO);
            Provider corretto = (Provider) type.getField("INSTANCE").get(null);
            if (corretto != null && canSign(corretto)) {
                return corretto;
            }
        } catch (ReflectiveOperationException | LinkageError | ClassCastException e) {
            LOG.log(System.Logger.Level.DEBUG, "The native curve provider does not load", e);
        }
        LOG.log(System.Logger.Level.INFO, "Curve signatures are made by the JDK: slower, and otherwise the same");
        return jdk();
    }

    private static boolean canSign(Provider provider) {
        try {
            Signature.getInstance("SHA256withECDSA", provider);
            KeyPairGenerator.getInstance("EC", provider);
            Signature.getInstance("Ed25519", provider);
            return true;
        } catch (NoSuchAlgorithmException | RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "The native curve provider cannot sign", e);
            return false;
        }
    }

    private static Provider jdk() {
        try {
            Provider named = Security.getProvider("SunEC");
            return named != null ? named : KeyFactory.getInstance("EC").getProvider();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has elliptic curves", e);
        }
    }
}
