package comity.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import comity.api.contract.OpenApi;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What is served and what is described are one.
class ContractTest {
    private final TwoNodes nodes = TwoNodes.running();

    private Set<String> served() {
        Set<String> routes = new TreeSet<>();
        nodes.arvenia
                .context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> routes.add(method + " " + path))));
        return routes;
    }

    private static Set<String> described() {
        Set<String> routes = new TreeSet<>();
        JsonNode paths = JsonMapper.shared().readTree(OpenApi.description()).path("paths");
        paths.properties()
                .forEach(path -> path.getValue().propertyNames().stream()
                        .filter(method -> !method.equals("parameters"))
                        .forEach(
                                method -> routes.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));
        return routes;
    }

    @Nested
    class The_description {
        @Test
        void names_every_route_that_is_served_and_no_other() {
            assertThat(described()).isNotEmpty().isEqualTo(served());
        }

        @Test
        void is_served_to_anyone() {
            Caller.Answer answer = Caller.nobody(nodes.arvenia).get("/openapi.json");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type")).startsWith("application/json");
            assertThat(answer.json().path("openapi").asString()).startsWith("3.1");
        }
    }
}
