package comity.web.rest.wiring;

import comity.kernel.transaction.Transactions;
import comity.web.Messages;
import comity.web.WebSettings;
import comity.web.law.LawComplaints;
import comity.web.people.AccessTokens;
import comity.web.people.FormTokens;
import comity.web.people.PageCalls;
import comity.web.people.SessionCookie;
import comity.web.rest.CallArgument;
import comity.web.rest.DoneOnce;
import comity.web.rest.Door;
import comity.web.rest.ImportCalls;
import comity.web.rest.LawCalls;
import comity.web.rest.MatchCalls;
import comity.web.rest.Problems;
import comity.web.rest.Speech;
import comity.web.rest.Wishes;
import comity.web.rest.store.SqlWishes;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The door of the REST contract, and the calls about the law, which a State's node and the registry answer alike.
/// Whoever imports this brings the room of the law and the people.
@Configuration(proxyBeanMethods = false)
@Import({LawCalls.class, MatchCalls.class, ImportCalls.class})
public class DoorRoom {
    @Bean
    Speech speech(Messages messages) {
        return new Speech(messages);
    }

    @Bean
    Problems problems(Speech speech, LawComplaints law, WebSettings settings) {
        return new Problems(speech, law, settings);
    }

    @Bean
    Wishes wishes(Transactions transactions) {
        return new SqlWishes(transactions);
    }

    @Bean
    Door door(AccessTokens tokens, SessionCookie cookie, WebSettings settings, Problems problems, Clock clock) {
        return new Door(tokens, new PageCalls(cookie, new FormTokens(settings, cookie)), problems, clock);
    }

    @Bean
    DoneOnce doneOnce(Wishes wishes, Problems problems, Clock clock) {
        return new DoneOnce(wishes, problems, clock);
    }

    @Bean
    FilterRegistrationBean<Door> doorInChainOnly(Door door) {
        return inChainOnly(door);
    }

    @Bean
    FilterRegistrationBean<DoneOnce> doneOnceInChainOnly(DoneOnce once) {
        return inChainOnly(once);
    }

    /// Keeps Spring Boot from putting a filter before every call, which stands in a security chain only.
    public static <F extends Filter> FilterRegistrationBean<F> inChainOnly(F filter) {
        FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    WebMvcConfigurer callArguments(WebSettings settings) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallArgument(settings));
            }
        };
    }

    /// Who calls is looked at by [Door]; Spring's part here is the headers and the firewall.
    @Bean
    @Order(10)
    SecurityFilterChain callsChain(HttpSecurity http, Door door, DoneOnce once) throws Exception {
        return http.securityMatcher("/api/**", "/openapi.json")
                .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .addFilterBefore(door, AuthorizationFilter.class)
                .addFilterAfter(once, Door.class)
                .build();
    }
}
