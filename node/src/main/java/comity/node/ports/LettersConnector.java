package comity.node.ports;

import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SSLContext;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

/// Makes the second port of the web server: TLS 1.3 only, and nobody gets in without a certificate.
public final class LettersConnector {
    private static final int MOST_CONNECTIONS = 512;
    private static final int SLOWEST_CALL_MILLIS = 20_000;
    /// Plaintext bytes of a full record of TLS (RFC 8446, 5.1): Tomcat's usual buffer fills half of one.
    private static final int RECORD = 16 * 1024;

    private LettersConnector() {}

    /// @param tls the node's key and whom it believes
    public static Connector on(String address, int port, javax.net.ssl.SSLContext tls) {
        Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
        connector.setPort(port);
        connector.setScheme("https");
        connector.setSecure(true);
        connector.setProperty("address", address);
        connector.setProperty("socket.appWriteBufSize", String.valueOf(RECORD));
        Http11NioProtocol protocol = (Http11NioProtocol) connector.getProtocolHandler();
        protocol.setSSLEnabled(true);
        protocol.setMaxConnections(MOST_CONNECTIONS);
        protocol.setConnectionTimeout(SLOWEST_CALL_MILLIS);
        protocol.setMaxKeepAliveRequests(-1);
        SSLHostConfig host = new SSLHostConfig();
        host.setProtocols("TLSv1.3");
        host.setCertificateVerification("required");
        SSLHostConfigCertificate certificate =
                new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setSslContext(new FixedContext(tls));
        host.addCertificate(certificate);
        connector.addSslHostConfig(host);
        return connector;
    }

    /// Tomcat's own view of a TLS context, over one that is already complete: `init` has nothing left to do.
    private record FixedContext(javax.net.ssl.SSLContext context) implements SSLContext {
        @Override
        public void init(KeyManager[] keys, TrustManager[] trust, java.security.SecureRandom chance) {}

        @Override
        public void destroy() {}

        @Override
        public SSLSessionContext getServerSessionContext() {
            return context.getServerSessionContext();
        }

        @Override
        public SSLEngine createSSLEngine() {
            return context.createSSLEngine();
        }

        @Override
        public SSLServerSocketFactory getServerSocketFactory() {
            return context.getServerSocketFactory();
        }

        @Override
        public SSLParameters getSupportedSSLParameters() {
            return context.getSupportedSSLParameters();
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return new X509Certificate[0];
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
