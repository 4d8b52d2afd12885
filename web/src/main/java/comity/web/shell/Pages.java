package comity.web.shell;

import comity.kernel.Language;
import comity.web.Messages;
import comity.web.Page;
import comity.web.Person;
import comity.web.WebSettings;
import comity.web.people.SessionCookie;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Makes the [Page] of a call: who reads, in which language, what was typed. Controllers take it as an argument.
///
/// A person who is signed in reads in the language of their account. Anybody else reads in the language they chose here
/// before, else in the first of the six that their browser names, else in the State's own.
public final class Pages implements HandlerMethodArgumentResolver {
    private final WebSettings settings;
    private final Messages messages;
    private final Assets assets;
    private final Clock clock;

    public Pages(WebSettings settings, Messages messages, Assets assets, Clock clock) {
        this.settings = settings;
        this.messages = messages;
        this.assets = assets;
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Page.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest call,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest servletCall = call.getNativeRequest(HttpServletRequest.class);
        if (servletCall == null) {
            throw new IllegalStateException("Pages answer HTTP calls only");
        }
        return of(servletCall);
    }

    /// The page of a call.
    public Page of(HttpServletRequest call) {
        Optional<Person> person = signedIn();
        return new Page(
                settings,
                messages,
                language(call, person),
                person,
                path(call),
                typed(call),
                csrf(call),
                clock.instant(),
                assets::address,
                !"off".equals(cookie(call, cookieName("keys")).orElse("on")),
                SessionCookie.until(call));
    }

    private static Optional<Person> signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Person person
                ? Optional.of(person)
                : Optional.empty();
    }

    Language language(HttpServletRequest call, Optional<Person> person) {
        if (call.getAttribute(LanguageSwitch.SWITCHED) instanceof Language switched) {
            return switched;
        }
        return person.map(Person::language)
                .or(() -> cookie(call, cookieName("language")).flatMap(Language::ofTag))
                .or(() -> Collections.list(call.getLocales()).stream()
                        .filter(locale -> call.getHeader("Accept-Language") != null)
                        .map(Locale::toLanguageTag)
                        .flatMap(tag -> Language.ofTag(tag).stream())
                        .findFirst())
                .orElse(settings.language());
    }

    /// Cookies carry the State in their names: browsers do not keep ports apart, and two nodes may share a machine.
    String cookieName(String what) {
        return what + "-" + settings.state().code().toLowerCase(Locale.ROOT);
    }

    static Optional<String> cookie(HttpServletRequest call, String name) {
        Cookie[] cookies = call.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        for (Cookie cookie : cookies) {
            if (cookie.getName().equals(name)) {
                return Optional.of(cookie.getValue());
            }
        }
        return Optional.empty();
    }

    private static String path(HttpServletRequest call) {
        String query = call.getQueryString();
        return call.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private static Map<String, String> typed(HttpServletRequest call) {
        if (!"POST".equals(call.getMethod()) && call.getAttribute(LanguageSwitch.SWITCHED) == null) {
            return Map.of();
        }
        Map<String, String> typed = new HashMap<>();
        call.getParameterMap().forEach((name, values) -> typed.put(name, String.join("\n", values)));
        return typed;
    }

    private static String csrf(HttpServletRequest call) {
        return call.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }
}
