package comity.node.main;

import comity.node.settings.NodeSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The registry's web server: the doors and nothing behind them.
@Configuration(proxyBeanMethods = false)
class RegistryPages {
    @Bean
    TomcatServletWebServerFactory server(NodeSettings settings) throws UnknownHostException {
        TomcatServletWebServerFactory factory =
                new TomcatServletWebServerFactory(settings.web().port());
        // Without any servlet the server would answer 404 before a door is asked.
        factory.setRegisterDefaultServlet(true);
        factory.setAddress(InetAddress.getByName(settings.web().address()));
        return factory;
    }
}
