package comity.benchmarks.load;

import jakarta.servlet.Servlet;
import java.nio.file.Path;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.apache.tomcat.util.net.SSLHostConfigCertificate.Type;

/// The server of one side: Tomcat on 127.0.0.1, TLS 1.3 only, and a caller must show a certificate.
public final class TlsServer implements AutoCloseable {
    private final Tomcat tomcat = new Tomcat();
    private final Connector connector;

    private TlsServer(Path folder, Path keyStore) {
        tomcat.setBaseDir(folder.toString());
        connector = new Connector("org.apache.coyote.http11.Http11NioProtocol");
        connector.setPort(0);
        connector.setSecure(true);
        connector.setScheme("https");
        connector.setProperty("address", "127.0.0.1");
        connector.setProperty("SSLEnabled", "true");
        // A connection stays open for the whole run, whatever it carries.
        connector.setProperty("maxKeepAliveRequests", "-1");
        connector.addSslHostConfig(mutualTls(keyStore));
        tomcat.setConnector(connector);
    }

    /// Starts a server with one servlet at a path.
    public static TlsServer start(Path folder, Path keyStore, String path, Servlet servlet) throws LifecycleException {
        TlsServer server = new TlsServer(folder, keyStore);
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

    private static SSLHostConfig mutualTls(Path keyStore) {
        SSLHostConfig tls = new SSLHostConfig();
        tls.setProtocols("TLSv1.3");
        tls.setCertificateVerification("required");
        tls.setTruststoreFile(keyStore.toString());
        tls.setTruststorePassword(new String(Certificates.PASSWORD));
        tls.setTruststoreType("PKCS12");
        SSLHostConfigCertificate certificate = new SSLHostConfigCertificate(tls, Type.UNDEFINED);
        certificate.setCertificateKeystoreFile(keyStore.toString());
        certificate.setCertificateKeystorePassword(new String(Certificates.PASSWORD));
        certificate.setCertificateKeystoreType("PKCS12");
        tls.addCertificate(certificate);
        return tls;
    }
}
