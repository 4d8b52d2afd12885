package comity.web.people;

import comity.web.Local;
import comity.web.people.Sessions.Standing;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/// Stands at the door: slows down guessing, sends people who are not signed in to the sign-in page, keeps the form that
/// came too late, and brings them back to where they were.
public final class SignInGuard extends OncePerRequestFilter
        implements AuthenticationEntryPoint, AuthenticationSuccessHandler, AuthenticationFailureHandler {
    /// Why the sign-in page is shown again; see the page's texts.
    static final String PROBLEM = "comity.sign-in-problem";

    static final String WAIT = "comity.sign-in-wait";
    private static final int LARGEST_KEPT_FORM = 256 * 1024;
    private static final String HERE = "/sign-in";

    private final SessionCookie cookie;
    private final Sessions sessions;
    private final Throttle byName;
    private final Throttle byAddress;

    public SignInGuard(SessionCookie cookie, Sessions sessions, Clock clock) {
        this.cookie = cookie;
        this.sessions = sessions;
        this.byName = new Throttle(5, Duration.ofSeconds(2), Duration.ofMinutes(1), clock);
        this.byAddress = new Throttle(30, Duration.ofSeconds(2), Duration.ofMinutes(15), clock);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest call, HttpServletResponse answer, FilterChain next)
            throws ServletException, IOException {
        if (!call.getMethod().equals("POST") || !call.getRequestURI().equals(HERE)) {
            next.doFilter(call, answer);
            return;
        }
        Optional<Duration> wait = byName.wait(name(call)).or(() -> byAddress.wait(call.getRemoteAddr()));
        if (wait.isEmpty()) {
            next.doFilter(call, answer);
            return;
        }
        answer.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.get().toSeconds() + 1));
        call.setAttribute(WAIT, wait.get().toSeconds() + 1);
        again(call, answer, "wait", HttpStatus.TOO_MANY_REQUESTS);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest call, HttpServletResponse answer, AuthenticationException failure)
            throws IOException, ServletException {
        byName.failed(name(call));
        byAddress.failed(call.getRemoteAddr());
        again(call, answer, "wrong", HttpStatus.UNAUTHORIZED);
    }

    private static void again(HttpServletRequest call, HttpServletResponse answer, String problem, HttpStatus status)
            throws ServletException, IOException {
        call.setAttribute(PROBLEM, problem);
        answer.setStatus(status.value());
        call.getRequestDispatcher(HERE + "/again").forward(call, answer);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest call, HttpServletResponse answer, Authentication authentication) {
        byName.succeeded(name(call));
        String kept = call.getParameter("kept");
        String to = call.getParameter("to");
        see(answer, kept != null && !kept.isEmpty() ? "/kept/" + encoded(kept) : Local.or(to == null ? "" : to, "/"));
    }

    @Override
    public void commence(HttpServletRequest call, HttpServletResponse answer, AuthenticationException failure)
            throws IOException {
        String accepted = call.getHeader(HttpHeaders.ACCEPT);
        if (accepted != null && accepted.contains("text/event-stream")) {
            answer.sendError(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        if (call.getMethod().equals("POST")) {
            see(answer, kept(call).map(id -> HERE + "?kept=" + id).orElse(HERE));
            return;
        }
        String query = call.getQueryString();
        String path = call.getRequestURI() + (query == null ? "" : "?" + query);
        see(answer, path.equals("/") ? HERE : HERE + "?to=" + encoded(path));
    }

    /// Keeps a form of somebody who was signed in until a moment ago, but for passwords; forms of strangers are not
    /// kept.
    private Optional<UUID> kept(HttpServletRequest call) {
        if (!(cookie.standing(call) instanceof Standing.RunOut(UUID account))) {
            return Optional.empty();
        }
        Map<String, List<String>> fields = new LinkedHashMap<>();
        int size = 0;
        for (Map.Entry<String, String[]> field : call.getParameterMap().entrySet()) {
            fields.put(field.getKey(), Arrays.asList(field.getValue()));
            size += Arrays.stream(field.getValue()).mapToInt(String::length).sum();
        }
        fields.remove("_csrf");
        fields.remove("password");
        return fields.isEmpty() || size > LARGEST_KEPT_FORM
                ? Optional.empty()
                : Optional.of(sessions.keep(account, call.getRequestURI(), fields));
    }

    private static void see(HttpServletResponse answer, String path) {
        answer.setStatus(HttpStatus.SEE_OTHER.value());
        answer.setHeader(HttpHeaders.LOCATION, path);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String name(HttpServletRequest call) {
        String name = call.getParameter("name");
        return name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
    }
}
