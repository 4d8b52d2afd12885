package comity.node.main;

import comity.web.wiring.RegistryRoom;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The registry's web server: Boot's own parts, and the registry's pages. The database is the node's, not Boot's.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
        })
@Import(RegistryRoom.class)
class RegistryPages {}
