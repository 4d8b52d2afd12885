package comity.web.wiring;

import comity.kernel.Role;
import comity.web.WebSettings;
import comity.web.people.Account;
import comity.web.people.Accounts;
import comity.web.people.EarlierForms;
import comity.web.people.FormTokens;
import comity.web.people.SessionCookie;
import comity.web.people.SignInGuard;
import comity.web.rest.wiring.DoorRoom;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;

/// Who may open which page, and what every answer carries. The chain of `/api` is the REST room's own and comes first.
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class Security {
    /// Nothing is loaded from anywhere else, and nothing inside a page is run or styled that is not a file of ours.
    static final String CONTENT_POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final String[] EVERYBODY = {
        "/",
        "/welcome",
        "/sign-in",
        "/sign-in/again",
        "/verify",
        "/verify/**",
        "/law",
        "/law/**",
        "/assets/**",
        "/language",
        "/error",
        "/favicon.ico",
        "/webauthn/authenticate/options",
        "/login/webauthn",
    };
    private static final String[] CASE_ROLES = {
        Role.DUTY_OFFICER.name(), Role.CENTRAL_AUTHORITY.name(), Role.INVESTIGATOR.name()
    };

    /// Argon2id with 19 MiB and two rounds, and room to raise it: the hash names its own settings.
    @Bean
    static PasswordEncoder passwordEncoder() {
        return new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    }

    @Bean
    UserDetailsService peopleForSignIn(Accounts accounts) {
        return name -> accounts.findBySignInName(name)
                .map(Security::details)
                .orElseThrow(() -> new UsernameNotFoundException("No such account"));
    }

    private static UserDetails details(Account account) {
        return User.withUsername(account.signInName())
                .password(account.passwordHash().orElse(""))
                .authorities(account.roles().stream().map(Role::name).toArray(String[]::new))
                .disabled(account.isDisabled())
                .build();
    }

    @Bean
    FilterRegistrationBean<SignInGuard> guardInChainOnly(SignInGuard guard) {
        return DoorRoom.inChainOnly(guard);
    }

    @Bean
    @Order(100)
    SecurityFilterChain pagesChain(
            HttpSecurity http,
            WebSettings settings,
            SessionCookie cookie,
            SignInGuard guard,
            ObjectProvider<OpenPaths> open,
            ObjectProvider<AccessDeniedHandler> denied)
            throws Exception {
        FormTokens forms = new FormTokens(settings, cookie);
        AccessDeniedHandler refusing = denied.getIfAvailable(AccessDeniedHandlerImpl::new);
        String[] more =
                open.stream().flatMap(paths -> paths.patterns().stream()).toArray(String[]::new);
        return http.authorizeHttpRequests(paths -> paths.requestMatchers(EVERYBODY)
                        .permitAll()
                        .requestMatchers(more)
                        .permitAll()
                        .requestMatchers("/proposals", "/proposals/**")
                        .hasAnyAuthority(Role.SECRETARIAT.name(), Role.MISSION.name())
                        .requestMatchers("/people/**")
                        .hasAuthority(Role.ADMINISTRATOR.name())
                        .requestMatchers("/oversight/**")
                        .hasAuthority(Role.OVERSIGHT.name())
                        .requestMatchers("/desk/**", "/drafts/**")
                        .hasAnyAuthority(CASE_ROLES)
                        .anyRequest()
                        .authenticated())
                .securityContext(context -> context.securityContextRepository(cookie))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("name")
                        .passwordParameter("password")
                        .successHandler(guard)
                        .failureHandler(guard)
                        .permitAll())
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out=1"))
                .webAuthn(passkeys -> passkeys.rpName("Comity " + settings.state())
                        .rpId(settings.address().getHost())
                        .allowedOrigins(origin(settings))
                        .disableDefaultRegistrationPage(true)
                        .withObjectPostProcessor(keptIn(cookie)))
                .exceptionHandling(trouble -> {
                    trouble.authenticationEntryPoint(guard);
                    trouble.accessDeniedHandler(new EarlierForms(cookie, forms, guard, refusing));
                })
                .addFilterBefore(guard, UsernamePasswordAuthenticationFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(forms))
                .headers(headers -> headers(headers, settings))
                .build();
    }

    private static ObjectPostProcessor<WebAuthnAuthenticationFilter> keptIn(SessionCookie cookie) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends WebAuthnAuthenticationFilter> O postProcess(O filter) {
                filter.setSecurityContextRepository(cookie);
                return filter;
            }
        };
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, WebSettings settings) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy ->
                        policy.policy("camera=(), microphone=(), geolocation=(), publickey-credentials-get=(self), "
                                + "publickey-credentials-create=(self)"))
                .addHeaderWriter((_, answer) -> answer.setHeader("Cross-Origin-Opener-Policy", "same-origin"))
                .addHeaderWriter((_, answer) -> answer.setHeader("Cross-Origin-Resource-Policy", "same-origin"))
                .addHeaderWriter((call, answer) -> {
                    if (!call.getRequestURI().startsWith("/assets/")) {
                        answer.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                    }
                })
                .cacheControl(HeadersConfigurer.CacheControlConfig::disable);
        if (!settings.isSecure()) {
            headers.httpStrictTransportSecurity(HeadersConfigurer.HstsConfig::disable);
        }
    }

    private static String origin(WebSettings settings) {
        int port = settings.address().getPort();
        return settings.address().getScheme() + "://" + settings.address().getHost() + (port < 0 ? "" : ":" + port);
    }
}
