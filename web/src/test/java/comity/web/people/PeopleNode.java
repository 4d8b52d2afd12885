package comity.web.people;

import comity.kernel.Language;
import comity.kernel.Role;
import comity.kernel.StateCode;
import comity.kernel.transaction.Transactions;
import comity.testkit.HandClock;
import comity.testkit.TestDatabase;
import comity.web.WebSettings;
import comity.web.wiring.PeopleRoom;
import java.net.URI;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.security.web.access.AccessDeniedHandler;

/// The pages of people alone, over HTTP, on a real database and a clock that is set by hand.
final class PeopleNode implements AutoCloseable {
    static final String PASSWORD = "four quiet words together";

    final HandClock clock = HandClock.at("2027-03-13T02:14:00Z");

    /// The paths that were refused and noted.
    final List<String> noted = new CopyOnWriteArrayList<>();

    private final TestDatabase database = TestDatabase.with("web");
    private ServletWebServerApplicationContext pages = start();
    private int names;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(excludeName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
    @Import(PeopleRoom.class)
    static class PeopleOnly {
        @Bean
        WebSettings settings() {
            return WebSettings.of(
                    new StateCode("XA"),
                    "xa-1",
                    URI.create("http://localhost"),
                    ZoneId.of("Europe/Paris"),
                    Language.ENGLISH,
                    true);
        }
    }

    private ServletWebServerApplicationContext start() {
        SpringApplication pages = new SpringApplication(PeopleOnly.class);
        pages.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(
                    Transactions.class, database::transactions, definition -> definition.setDestroyMethodName(""));
            beans.registerBean(Clock.class, () -> clock);
            beans.registerBean(AccessDeniedHandler.class, () -> (call, answer, _) -> {
                noted.add(call.getRequestURI());
                answer.sendError(403);
            });
        });
        return (ServletWebServerApplicationContext)
                pages.run("--server.port=0", "--spring.main.banner-mode=off", "--logging.level.root=WARN");
    }

    void restart() {
        pages.close();
        pages = start();
    }

    @Override
    public void close() {
        pages.close();
        database.close();
    }

    URI address() {
        return URI.create("http://localhost:"
                + Objects.requireNonNull(pages.getWebServer()).getPort());
    }

    Accounts accounts() {
        return pages.getBean(Accounts.class);
    }

    UUID account(String name) {
        return accounts().findBySignInName(name).orElseThrow().id();
    }

    /// Adds somebody new and gives their name.
    String addSomebody(Set<Role> roles) {
        String name = "person-" + names++;
        accounts()
                .create(new Accounts.NewAccount(
                        name,
                        "Administrator",
                        roles,
                        Language.ENGLISH,
                        ZoneId.of("Europe/Paris"),
                        Optional.of(PASSWORD)));
        return name;
    }
}
