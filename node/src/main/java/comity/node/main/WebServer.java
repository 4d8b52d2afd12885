package comity.node.main;

import comity.node.settings.NodeSettings;
import comity.web.WebSettings;
import jakarta.servlet.Filter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;

/// The HTTP side of a node. Everything below `web` is built by plain constructors and handed in; Spring builds only
/// pages.
final class WebServer {
    private final NodeSettings settings;
    private final Class<?> pages;
    private final List<Filter> doors = new ArrayList<>();
    private final List<Connector> connectors = new ArrayList<>();
    private final List<Consumer<GenericApplicationContext>> beans = new ArrayList<>();

    /// @param pages the configuration that names the pages
    WebServer(NodeSettings settings, Class<?> pages) {
        this.settings = settings;
        this.pages = pages;
    }

    /// What pages need to know of a node's settings.
    static WebSettings settingsOfPages(NodeSettings settings) {
        return WebSettings.of(
                settings.state(),
                settings.name(),
                settings.web().publicUrl(),
                settings.zone(),
                settings.language(),
                settings.drill());
    }

    /// A filter that sees each call before any page does, in the order given.
    WebServer door(Filter door) {
        doors.add(door);
        return this;
    }

    WebServer connector(Connector connector) {
        connectors.add(connector);
        return this;
    }

    <T> WebServer give(Class<T> type, T object) {
        beans.add(
                context -> context.registerBean(type, () -> object, definition -> definition.setDestroyMethodName("")));
        return this;
    }

    ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(pages)
                .web(WebApplicationType.SERVLET)
                .bannerMode(Banner.Mode.OFF)
                .registerShutdownHook(false)
                .properties(properties())
                .initializers(context -> prepare((GenericApplicationContext) context))
                .run();
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.address", settings.web().address());
        properties.put("server.port", settings.web().port());
        properties.put("server.shutdown", "graceful");
        properties.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
        properties.put("spring.threads.virtual.enabled", true);
        properties.put("spring.main.log-startup-info", false);
        properties.put("server.error.whitelabel.enabled", false);
        properties.put("server.server-header", "");
        properties.put("logging.level.root", "WARN");
        properties.put("logging.level.comity", "INFO");
        // It warns at every seal that nobody has told it of revocations; who is believed is asked elsewhere.
        properties.put("logging.level.eu.europa.esig.dss", "ERROR");
        return properties;
    }

    private void prepare(GenericApplicationContext context) {
        beans.forEach(bean -> bean.accept(context));
        for (int i = 0; i < doors.size(); i++) {
            FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(doors.get(i));
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE + i);
            registration.setName("door-" + i);
            registration.setAsyncSupported(true);
            context.registerBean("door-" + i, FilterRegistrationBean.class, () -> registration);
        }
        context.registerBean(
                "secondPort",
                WebServerFactoryCustomizer.class,
                () -> (WebServerFactoryCustomizer<TomcatServletWebServerFactory>)
                        factory -> factory.addAdditionalConnectors(connectors.toArray(Connector[]::new)));
    }
}
