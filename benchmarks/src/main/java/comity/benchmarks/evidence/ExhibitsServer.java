package comity.benchmarks.evidence;

import comity.directory.keys.Certificates;
import comity.node.ports.ExhibitsPort;
import comity.node.ports.LettersConnector;
import comity.vault.exhibits.ExhibitDoor;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import javax.net.ssl.SSLContext;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

/// A node's second port with a node's own connector and its own door to exhibits, and nothing else behind it.
final class ExhibitsServer implements AutoCloseable {
    private static final String HERE = "127.0.0.1";
    private static final String DOOR = "door";
    private static final String NOTHING = "nothing";

    private final Tomcat tomcat;
    private final int port;

    private ExhibitsServer(Tomcat tomcat, int port) {
        this.tomcat = tomcat;
        this.port = port;
    }

    static ExhibitsServer start(Path folder, SSLContext tls, ExhibitDoor door, Certificates certificates, Clock clock)
            throws IOException, LifecycleException {
        int port = freePort();
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(folder.toString());
        tomcat.setConnector(LettersConnector.on(HERE, port, tls));
        Context context = tomcat.addContext("", folder.toAbsolutePath().toString());
        FilterDef filter = new FilterDef();
        filter.setFilterName(DOOR);
        filter.setFilter(new ExhibitsPort(port, door, certificates, clock));
        context.addFilterDef(filter);
        FilterMap place = new FilterMap();
        place.setFilterName(DOOR);
        place.addURLPattern("/*");
        context.addFilterMap(place);
        // Tomcat asks filters only where there is a servlet behind them.
        Tomcat.addServlet(context, NOTHING, new Nothing());
        context.addServletMappingDecoded("/", NOTHING);
        tomcat.start();
        return new ExhibitsServer(tomcat, port);
    }

    /// The door wants to know its port before the server has one.
    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName(HERE))) {
            return free.getLocalPort();
        }
    }

    int port() {
        return port;
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

    private static final class Nothing extends HttpServlet {
        private static final long serialVersionUID = 1L;
    }
}
