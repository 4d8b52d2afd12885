package comity.web.people;

import comity.web.Person;
import comity.web.WebSettings;
import comity.web.people.Sessions.Standing;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/// Carries a sign-in from call to call: a random cookie, whose digest is looked up in the database. Nothing about the
/// person is in the cookie, and nothing about the session is in the memory of the node.
public final class SessionCookie implements SecurityContextRepository {
    private static final String STANDING = "comity.standing";

    private final Sessions sessions;
    private final Accounts accounts;
    private final WebSettings settings;

    public SessionCookie(Sessions sessions, Accounts accounts, WebSettings settings) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.settings = settings;
    }

    /// Where the reader stands; looked up once per call.
    public Standing standing(HttpServletRequest call) {
        if (call.getAttribute(STANDING) instanceof Standing known) {
            return known;
        }
        Standing standing = secret(call).map(sessions::standing).orElseGet(Standing.Unknown::new);
        call.setAttribute(STANDING, standing);
        return standing;
    }

    /// Puts the end of the reader's session off, when it has not come yet.
    public Standing extend(HttpServletRequest call) {
        return secret(call).map(sessions::extend).orElseGet(Standing.Unknown::new);
    }

    /// When the session of whoever is signed in ends, unless they go on or extend it.
    public static Optional<Instant> until(HttpServletRequest call) {
        return call.getAttribute(STANDING) instanceof Standing.SignedIn(var _, Instant until)
                ? Optional.of(until)
                : Optional.empty();
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return standing(holder.getRequest()) instanceof Standing.SignedIn(Person person, var until)
                ? new SecurityContextImpl(authentication(person))
                : SecurityContextHolder.createEmptyContext();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest call, HttpServletResponse answer) {
        Authentication authentication = context.getAuthentication();
        if (authentication == null) {
            secret(call).ifPresent(sessions::end);
            set(answer, "", 0);
            return;
        }
        if (authentication.getPrincipal() instanceof Person) {
            return;
        }
        secret(call).ifPresent(sessions::end);
        accounts.findBySignInName(authentication.getName())
                .ifPresent(account -> set(answer, sessions.begin(account.id()), -1));
    }

    @Override
    public boolean containsContext(HttpServletRequest call) {
        return standing(call) instanceof Standing.SignedIn;
    }

    private static Authentication authentication(Person person) {
        List<SimpleGrantedAuthority> authorities = person.roles().stream()
                .map(role -> new SimpleGrantedAuthority(role.name()))
                .toList();
        PreAuthenticatedAuthenticationToken token = new PreAuthenticatedAuthenticationToken(person, "", authorities);
        token.setAuthenticated(true);
        return token;
    }

    /// What the cookie holds, whether it opens anything or not.
    Optional<String> secret(HttpServletRequest call) {
        Cookie[] cookies = call.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name())) {
                    return Optional.of(cookie.getValue());
                }
            }
        }
        return Optional.empty();
    }

    private void set(HttpServletResponse answer, String value, long seconds) {
        ResponseCookie cookie = ResponseCookie.from(name(), value)
                .path("/")
                .httpOnly(true)
                .secure(settings.isSecure())
                .sameSite("Lax")
                .maxAge(seconds)
                .build();
        answer.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /// The State stands in the name, because browsers do not keep ports apart and two nodes may share a machine.
    private String name() {
        String name = "person-" + settings.state().code().toLowerCase(Locale.ROOT);
        return settings.isSecure() ? "__Host-" + name : name;
    }
}
