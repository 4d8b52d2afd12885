package comity.web.wiring;

import comity.kernel.transaction.Transactions;
import comity.web.Messages;
import comity.web.WebSettings;
import comity.web.people.AccessTokens;
import comity.web.people.AccountBook;
import comity.web.people.AccountPages;
import comity.web.people.Accounts;
import comity.web.people.PasskeyOwners;
import comity.web.people.PasskeyPages;
import comity.web.people.SessionCookie;
import comity.web.people.SessionPages;
import comity.web.people.Sessions;
import comity.web.people.SignInGuard;
import comity.web.people.SignInPages;
import comity.web.people.store.SqlAccountBook;
import comity.web.people.store.SqlPasskeys;
import comity.web.shell.AssetPages;
import comity.web.shell.Assets;
import comity.web.shell.JteViews;
import comity.web.shell.LanguageSwitch;
import comity.web.shell.Pages;
import comity.web.shell.ProblemPages;
import comity.web.shell.WelcomePages;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Compression;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The shell of every page, and the people of the State: sign-in, accounts, sessions, tokens. Needs no case.
@Configuration(proxyBeanMethods = false)
@Import({
    Security.class,
    AssetPages.class,
    LanguageSwitch.class,
    ProblemPages.class,
    SignInPages.class,
    SessionPages.class,
    PasskeyPages.class,
    AccountPages.class,
    WelcomePages.class,
})
public class PeopleRoom {
    @Bean
    Messages messages() {
        return Messages.load();
    }

    @Bean
    Assets assets() {
        return new Assets();
    }

    @Bean
    Pages pages(WebSettings settings, Messages messages, Assets assets, Clock clock) {
        return new Pages(settings, messages, assets, clock);
    }

    @Bean
    JteViews jteViews() {
        return new JteViews();
    }

    @Bean
    AccountBook accountBook(Transactions transactions) {
        return new SqlAccountBook(transactions);
    }

    @Bean
    Accounts accounts(AccountBook book, PasswordEncoder encoder, WebSettings settings, Clock clock) {
        return new Accounts(book, encoder, settings.state(), clock);
    }

    @Bean
    AccessTokens accessTokens(AccountBook book, Accounts accounts, Clock clock) {
        return new AccessTokens(book, accounts, clock);
    }

    @Bean
    Sessions sessions(AccountBook book, Accounts accounts, WebSettings settings, Clock clock) {
        return new Sessions(book, accounts, settings, clock);
    }

    @Bean
    SessionCookie sessionCookie(Sessions sessions, Accounts accounts, WebSettings settings) {
        return new SessionCookie(sessions, accounts, settings);
    }

    @Bean
    SignInGuard signInGuard(SessionCookie cookie, Sessions sessions, Clock clock) {
        return new SignInGuard(cookie, sessions, clock);
    }

    @Bean
    PasskeyOwners passkeyOwners(Accounts accounts) {
        return new PasskeyOwners(accounts);
    }

    @Bean
    SqlPasskeys passkeys(Transactions transactions) {
        return new SqlPasskeys(transactions);
    }

    @Bean
    WebMvcConfigurer pageArguments(Pages pages) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(pages);
            }
        };
    }

    /// Pages go out compressed; the session of the passkey ceremony carries the State in its cookie's name.
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> pageServer(WebSettings settings) {
        return factory -> {
            Compression compression = new Compression();
            compression.setEnabled(true);
            compression.setMinResponseSize(DataSize.ofBytes(1024));
            compression.setMimeTypes(
                    new String[] {"text/html", "application/json", "application/problem+json", "text/plain"});
            factory.setCompression(compression);
            factory.getSettings()
                    .getSession()
                    .getCookie()
                    .setName("ceremony-" + settings.state().code().toLowerCase(Locale.ROOT));
        };
    }
}
