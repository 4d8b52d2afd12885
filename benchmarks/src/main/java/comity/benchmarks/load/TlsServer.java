package comity.benchmarks.load;

import jakarta.servlet.Servlet;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocketFactory;
import javax.net.ssl.SSLSessionContext;
import javax.net.ssl.TrustManager;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

/// The server of one side, the same for both exchanges: Tomcat on 127.0.0.1, TLS 1.3 only, a certificate required of
/// every caller, connections kept open, virtual threads.
public final class TlsServer implements AutoCloseable {
    private final Tomcat tomcat = new Tomcat();
    private final Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");

    private TlsServer(Path folder, int port, SSLContext tls) {
        tomcat.setBaseDir(folder.toString());
        connector.setPort(port);
        connector.setSecure(true);
        connector.setScheme("https");
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("SSLEnabled", "true");
        // A connection stays open for the whole run, whatever it carries.
        connector.setProperty("maxKeepAliveRequests", "-1");
        connector.addSslHostConfig(mutual(tls));
        connector.getProtocolHandler().setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        tomcat.setConnector(connector);
    }

    /// Starts a server with one servlet at a path.
    ///
    /// @param port 0 for any free one
    /// @param tls this side's key, and whom it believes
    public static TlsServer start(Path folder, int port, SSLContext tls, String path, Servlet servlet)
            throws LifecycleException {
        TlsServer server = new TlsServer(folder, port, tls);
        Context context = server.tomcat.addContext("", folder.toAbsolutePath().toString());
        Tomcat.addServlet(context, "servlet", servlet);
        context.addServletMappingDecoded(path, "servlet");
        server.tomcat.start();
        return server;
    }

    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        try {
            tomcat.stop();
            tomcat.destroy();
        } catch (LifecycleException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLHostConfig mutual(SSLContext tls) {
        SSLHostConfig host = new SSLHostConfig();
        host.setProtocols("TLSv1.3");
        host.setCertificateVerification("required");
        SSLHostConfigCertificate certificate =
                new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setSslContext(new Given(tls));
        host.addCertificate(certificate);
        return host;
    }

    /// Tomcat's view of a TLS context that was made elsewhere.
    private record Given(SSLContext tls) implements org.apache.tomcat.util.net.SSLContext {
        @Override
        public void init(KeyManager[] keys, TrustManager[] trusted, java.security.SecureRandom chance) {
            // It is complete already.
        }

        @Override
        public void destroy() {
            // Nothing is held.
        }

        @Override
        public SSLSessionContext getServerSessionContext() {
            return tls.getServerSessionContext();
        }

        @Override
        public SSLEngine createSSLEngine() {
            return tls.createSSLEngine();
        }

        @Override
        public SSLServerSocketFactory getServerSocketFactory() {
            return tls.getServerSocketFactory();
        }

        @Override
        public SSLParameters getSupportedSSLParameters() {
            return tls.getSupportedSSLParameters();
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
