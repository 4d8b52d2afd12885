package comity.benchmarks.load;

import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.concurrent.Executors;
import java.util.logging.Level;
import java.util.logging.Logger;
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
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;

/// A server for one run: Tomcat on 127.0.0.1, TLS 1.3 only, connections kept open, virtual threads. Between two nodes a
/// certificate is required of every caller, in both exchanges alike; a door for anybody asks for none.
public final class TlsServer implements AutoCloseable {
    /// What Tomcat says of every start would get between the lines of the report.
    private static final Logger QUIET = Logger.getLogger("org.apache");

    private final Tomcat tomcat = new Tomcat();
    private final Connector connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");

    /// @param callers what is wanted of them, in Tomcat's words: a certificate `required`, or `none`
    private TlsServer(Path folder, int port, SSLContext tls, String callers) {
        QUIET.setLevel(Level.WARNING);
        tomcat.setBaseDir(folder.toString());
        connector.setPort(port);
        connector.setSecure(true);
        connector.setScheme("https");
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("SSLEnabled", "true");
        // A connection stays open for the whole run, whatever it carries.
        connector.setProperty("maxKeepAliveRequests", "-1");
        connector.addSslHostConfig(host(tls, callers));
        connector.getProtocolHandler().setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        tomcat.setConnector(connector);
    }

    /// Starts a server with one servlet at a path.
    ///
    /// @param port 0 for any free one
    /// @param tls this side's key, and whom it believes
    public static TlsServer start(Path folder, int port, SSLContext tls, String path, Servlet servlet)
            throws LifecycleException {
        TlsServer server = new TlsServer(folder, port, tls, "required");
        Context context = server.tomcat.addContext("", folder.toAbsolutePath().toString());
        Tomcat.addServlet(context, "servlet", servlet);
        context.addServletMappingDecoded(path, "servlet");
        server.tomcat.start();
        return server;
    }

    /// Starts a server for anybody, on any free port, that answers through a filter, as the doors of a node are.
    public static TlsServer forAnybody(Path folder, SSLContext tls, Filter door) throws LifecycleException {
        TlsServer server = new TlsServer(folder, 0, tls, "none");
        Context context = server.tomcat.addContext("", folder.toAbsolutePath().toString());
        FilterDef filter = new FilterDef();
        filter.setFilterName("door");
        filter.setFilter(door);
        context.addFilterDef(filter);
        FilterMap everything = new FilterMap();
        everything.setFilterName("door");
        everything.addURLPattern("/*");
        context.addFilterMap(everything);
        // Tomcat asks filters only where there is a servlet behind them.
        Tomcat.addServlet(context, "nothing", new Nothing());
        context.addServletMappingDecoded("/", "nothing");
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

    private static SSLHostConfig host(SSLContext tls, String callers) {
        SSLHostConfig host = new SSLHostConfig();
        host.setProtocols("TLSv1.3");
        host.setCertificateVerification(callers);
        SSLHostConfigCertificate certificate =
                new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
        certificate.setSslContext(new Given(tls));
        host.addCertificate(certificate);
        return host;
    }

    private static final class Nothing extends HttpServlet {
        private static final long serialVersionUID = 1L;
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
