package comity.directory.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/// What a node opens and answers connections with: a private key and its certificates, own one first.
public record ChannelKey(PrivateKey key, List<X509Certificate> chain) {
    private static final char[] NO_PASSWORD = {};

    public ChannelKey {
        chain = List.copyOf(chain);
    }

    /// Reads PEM files: the certificates, own one first, and the private key (PKCS #8).
    public static ChannelKey load(Path certificates, Path privateKey) throws IOException {
        return new ChannelKey(
                Pem.privateKey(Files.readString(privateKey)), Pem.certificates(Files.readString(certificates)));
    }

    /// A TLS 1.3 context that shows this certificate and believes whom the given trust believes.
    public SSLContext context(TrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLSv1.3");
            context.init(keyManagers(), new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java speaks TLS 1.3", e);
        }
    }

    private KeyManager[] keyManagers() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, NO_PASSWORD);
            store.setKeyEntry("channel", key, NO_PASSWORD, chain.toArray(X509Certificate[]::new));
            KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            managers.init(store, NO_PASSWORD);
            return managers.getKeyManagers();
        } catch (IOException e) {
            throw new IllegalStateException("A key store in memory reads no file", e);
        }
    }
}
