package comity.web.rest.wiring;

import comity.directory.Directory;
import comity.directory.keys.SealKey;
import comity.federation.letters.Letters;
import comity.kernel.transaction.Transactions;
import comity.ledger.journal.Journal;
import comity.ledger.journal.PublishedHead;
import comity.requests.disclosure.Disclosures;
import comity.requests.form.Documents;
import comity.requests.form.Form;
import comity.requests.preservation.Answering;
import comity.requests.preservation.Asking;
import comity.requests.preservation.Preservations;
import comity.web.Messages;
import comity.web.UploadSettings;
import comity.web.WebSettings;
import comity.web.people.AccessTokens;
import comity.web.people.FormTokens;
import comity.web.people.PageCalls;
import comity.web.people.SessionCookie;
import comity.web.rest.AnsweringCalls;
import comity.web.rest.AskingCalls;
import comity.web.rest.CallArgument;
import comity.web.rest.CaseTeller;
import comity.web.rest.DeskCalls;
import comity.web.rest.DirectoryCalls;
import comity.web.rest.DoneOnce;
import comity.web.rest.Door;
import comity.web.rest.DraftCalls;
import comity.web.rest.DraftTold;
import comity.web.rest.ExhibitCalls;
import comity.web.rest.ExhibitTold;
import comity.web.rest.HistoryTold;
import comity.web.rest.LawCalls;
import comity.web.rest.LedgerCalls;
import comity.web.rest.MatchCalls;
import comity.web.rest.NodeCalls;
import comity.web.rest.OpenApiCalls;
import comity.web.rest.Problems;
import comity.web.rest.RequestCalls;
import comity.web.rest.Speech;
import comity.web.rest.UploadCalls;
import comity.web.rest.VerifyCalls;
import comity.web.rest.Wishes;
import comity.web.rest.store.SqlWishes;
import comity.web.upload.Uploads;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
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

/// The REST contract of a node. The pages' room imports it, and brings accounts, messages and the limit
/// of the verify page.
@Configuration(proxyBeanMethods = false)
@Import({
    RequestCalls.class,
    DraftCalls.class,
    AskingCalls.class,
    AnsweringCalls.class,
    ExhibitCalls.class,
    UploadCalls.class,
    DeskCalls.class,
    DirectoryCalls.class,
    LedgerCalls.class,
    LawCalls.class,
    MatchCalls.class,
    VerifyCalls.class,
    OpenApiCalls.class,
})
public class RestRoom {
    @Bean
    Answering answering(Preservations preservations) {
        return preservations.answering();
    }

    @Bean
    Asking asking(Preservations preservations) {
        return preservations.asking();
    }

    @Bean
    Documents documents(Form form) {
        return new Documents(form);
    }

    @Bean
    Speech speech(Messages messages) {
        return new Speech(messages);
    }

    @Bean
    CaseTeller caseTeller(Preservations preservations, Documents documents, Speech speech, WebSettings settings) {
        return new CaseTeller(preservations.cases(), preservations.answering(), documents, speech, settings.state());
    }

    @Bean
    DraftTold draftTold(Speech speech, Form form, Documents documents) {
        return new DraftTold(speech, form, documents);
    }

    @Bean
    HistoryTold historyTold(Letters letters, Journal journal, Transactions transactions, Speech speech) {
        return new HistoryTold(letters, journal, transactions, speech);
    }

    @Bean
    ExhibitTold exhibitTold(Disclosures disclosures, Journal journal, Transactions transactions) {
        return new ExhibitTold(disclosures, journal, transactions);
    }

    @Bean
    NodeCalls nodeCalls(
            WebSettings settings,
            Directory directory,
            Letters letters,
            PublishedHead published,
            LedgerCalls ledger,
            Transactions transactions,
            Speech speech,
            Clock clock,
            ObjectProvider<SealKey> seal) {
        return new NodeCalls(
                settings,
                directory,
                letters,
                published,
                ledger,
                transactions,
                speech,
                clock,
                () -> certificateEnd(seal));
    }

    private static Optional<Instant> certificateEnd(ObjectProvider<SealKey> seal) {
        return Optional.ofNullable(seal.getIfAvailable())
                .map(key -> key.certificate().getNotAfter())
                .map(Date::toInstant);
    }

    @Bean
    Problems problems(Speech speech, WebSettings settings) {
        return new Problems(speech, settings);
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
    Uploads uploads(UploadSettings settings, Clock clock) {
        return new Uploads(settings, clock);
    }

    @Bean
    DoneOnce doneOnce(Wishes wishes, Problems problems, Clock clock) {
        return new DoneOnce(wishes, problems, clock);
    }

    /// These stand in the security chain only.
    @Bean
    FilterRegistrationBean<Door> doorInChainOnly(Door door) {
        FilterRegistrationBean<Door> registration = new FilterRegistrationBean<>(door);
        registration.setEnabled(false);
        return registration;
    }

    /// These stand in the security chain only.
    @Bean
    FilterRegistrationBean<DoneOnce> doneOnceInChainOnly(DoneOnce once) {
        FilterRegistrationBean<DoneOnce> registration = new FilterRegistrationBean<>(once);
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
