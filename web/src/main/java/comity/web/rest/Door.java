package comity.web.rest;

import comity.api.Headers;
import comity.api.contract.Operation;
import comity.api.contract.Paths;
import comity.kernel.Actor;
import comity.kernel.TimeOrderedId;
import comity.kernel.transaction.DatabaseUnavailable;
import comity.web.Person;
import comity.web.people.AccessTokens;
import comity.web.people.PageCalls;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/// What every call passes before a controller sees it: it gets a word for the log, its size is looked at, its
/// token is looked up. What anyone may ask needs no token, but a wrong token is refused there too: better to know
/// it early.
///
/// A file that comes in is neither kept nor measured here, and is the one thing that the script of a page may send,
/// too: with the person's session and the token of the page.
public final class Door extends OncePerRequestFilter {
    /// The most bytes of a body.
    public static final int LARGEST_BODY = 1_000_000;

    private static final Pattern TRACE_FORM = Pattern.compile("[A-Za-z0-9._~-]{1,64}");
    private static final String BEARER = "Bearer ";
    private static final Set<String> PUBLIC = Stream.of(Operation.values())
            .filter(operation -> operation.guard() == Operation.Guard.PUBLIC)
            .map(operation -> operation.path().replaceFirst("\\{.*", ""))
            .collect(Collectors.toUnmodifiableSet());

    private static final Pattern UPLOAD = Pattern.compile(Paths.UPLOADS.replaceAll("\\{\\w+}", "[^/]+") + "(/[^/]*)?");

    private final AccessTokens tokens;
    private final PageCalls pages;
    private final Problems problems;
    private final Clock clock;

    public Door(AccessTokens tokens, PageCalls pages, Problems problems, Clock clock) {
        this.tokens = tokens;
        this.pages = pages;
        this.problems = problems;
        this.clock = clock;
    }

    /// Whether a call belongs to the REST contract.
    static boolean isOurs(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    /// Whether a call is about a file that comes in by tus.
    static boolean isUpload(HttpServletRequest request) {
        return UPLOAD.matcher(request.getRequestURI()).matches();
    }

    /// Whether what comes is the bytes of a file: as many as it has, and read by nobody but who takes them.
    private static boolean isFile(HttpServletRequest request) {
        return isUpload(request)
                && request.getMethod().equals("PATCH")
                && UploadCalls.BYTES.equals(request.getContentType());
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isOurs(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String trace = trace(request.getHeader(Headers.CORRELATION_ID));
        Call.trace(request, trace);
        response.setHeader(Headers.CORRELATION_ID, trace);
        try (var _ = MDC.putCloseable("call", trace)) {
            Optional<ApiProblem> refusal = refusal(request);
            if (refusal.isPresent()) {
                problems.write(request, response, refusal.get());
            } else {
                chain.doFilter(isFile(request) ? request : new KeptBody(request), response);
            }
        } catch (BodyTooLarge e) {
            problems.write(request, response, ApiProblem.of(413, "body-too-large"));
        }
    }

    private Optional<ApiProblem> refusal(HttpServletRequest request) {
        if (!isFile(request) && request.getContentLengthLong() > LARGEST_BODY) {
            return Optional.of(ApiProblem.of(413, "body-too-large"));
        }
        if (!acceptsJson(request.getHeader("Accept"))) {
            return Optional.of(ApiProblem.of(406, "not-acceptable"));
        }
        try {
            return tokenRefusal(request);
        } catch (DatabaseUnavailable e) {
            return Optional.of(ApiProblem.later(503, "database-unavailable", Duration.ofSeconds(5)));
        }
    }

    private static boolean acceptsJson(@Nullable String header) {
        try {
            return header == null
                    || MediaType.parseMediaTypes(header).stream()
                            .anyMatch(MediaType.APPLICATION_JSON::isCompatibleWith);
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private Optional<ApiProblem> tokenRefusal(HttpServletRequest request) {
        String given = request.getHeader("Authorization");
        if (given == null && isUpload(request)) {
            return pageRefusal(request);
        }
        if (given == null) {
            return isPublic(request) ? Optional.empty() : Optional.of(ApiProblem.of(401, "token-missing"));
        }
        Optional<Actor> holder = given.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? tokens.holder(given.substring(BEARER.length()).strip())
                : Optional.empty();
        holder.ifPresent(actor -> Call.signIn(request, actor));
        return holder.isPresent() ? Optional.empty() : Optional.of(ApiProblem.of(401, "token-unknown"));
    }

    private Optional<ApiProblem> pageRefusal(HttpServletRequest request) {
        return switch (pages.caller(request)) {
            case PageCalls.Caller.Known(Person person) -> {
                Call.signIn(request, person.actor());
                yield Optional.empty();
            }
            case PageCalls.Caller.FromElsewhere() -> Optional.of(ApiProblem.of(403, "page-token"));
            case PageCalls.Caller.Nobody() -> Optional.of(ApiProblem.of(401, "token-missing"));
        };
    }

    private static boolean isPublic(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !path.startsWith(Paths.ROOT + "/")
                || PUBLIC.stream().anyMatch(open -> open.endsWith("/") ? path.startsWith(open) : path.equals(open));
    }

    private String trace(@Nullable String given) {
        return given != null && TRACE_FORM.matcher(given).matches()
                ? given
                : TimeOrderedId.at(clock.instant()).toString();
    }
}
