package comity.web.people;

import comity.web.Local;
import comity.web.Person;
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
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/// Stands at the door: slows down guessing, sends people who are not signed in to the sign-in page,
/// keeps the form that came too late, and brings them back to where they were.
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
        goOn(call, answer);
    }

    /// To the form that was kept, or to where the person was going.
    private static void goOn(HttpServletRequest call, HttpServletResponse answer) {
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
            if (cookie.standing(call) instanceof Standing.RunOut(UUID account) && isForm(call)) {
                seeSignIn(keep(account, call), answer);
            } else {
                see(answer, HERE);
            }
            return;
        }
        String query = call.getQueryString();
        String path = call.getRequestURI() + (query == null ? "" : "?" + query);
        see(answer, path.equals("/") ? HERE : HERE + "?to=" + encoded(path));
    }

    /// Shows a form of an earlier page to the person who is signed in; nothing is sent by itself. Who
    /// comes from a sign-in page and has signed in meanwhile goes on to where that page would have led.
    void offerBack(Person reader, HttpServletRequest call, HttpServletResponse answer)
            throws ServletException, IOException {
        if (call.getRequestURI().equals(HERE)) {
            if (name(call).equals(reader.signInName())) {
                goOn(call, answer);
            } else {
                again(call, answer, "", HttpStatus.CONFLICT);
            }
            return;
        }
        Optional<UUID> id = keep(reader.id(), call);
        if (id.isPresent()) {
            see(answer, "/kept/" + id.get());
        } else {
            answer.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
        }
    }

    /// Keeps a form of an earlier page, and offers it back when its person has signed in.
    void askToSignIn(UUID person, HttpServletRequest call, HttpServletResponse answer)
            throws ServletException, IOException {
        if (call.getRequestURI().equals(HERE)) {
            again(call, answer, "", HttpStatus.CONFLICT);
        } else {
            seeSignIn(keep(person, call), answer);
        }
    }

    private static void seeSignIn(Optional<UUID> kept, HttpServletResponse answer) {
        see(answer, kept.map(id -> HERE + "?kept=" + id).orElse(HERE));
    }

    /// Whether a page was sent, and not a call of its script.
    static boolean isForm(HttpServletRequest call) {
        String type = call.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    /// Keeps what was typed into a form, but for passwords.
    private Optional<UUID> keep(UUID account, HttpServletRequest call) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        int size = 0;
        for (Map.Entry<String, String[]> field : call.getParameterMap().entrySet()) {
            fields.put(field.getKey(), Arrays.asList(field.getValue()));
            size += Arrays.stream(field.getValue()).mapToInt(String::length).sum();
        }
        fields.remove(FormTokens.FIELD);
        fields.remove("password");
        return size > LARGEST_KEPT_FORM ? Optional.empty() : sessions.keep(account, call.getRequestURI(), fields);
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
