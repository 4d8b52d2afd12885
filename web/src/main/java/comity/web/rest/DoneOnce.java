package comity.web.rest;

import comity.api.Headers;
import comity.kernel.Actor;
import comity.kernel.Sha256;
import comity.kernel.Utf8;
import comity.kernel.transaction.DatabaseUnavailable;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Does what is wished under one `Idempotency-Key` once, however often it is asked: the second time gets the
/// first answer.
///
/// Only what was done is kept. A call that changed nothing (its answer is an error) may be mended and asked again
/// under the same key. When the node dies between the act and the keeping of its answer, the wish is free again
/// after a minute; acts themselves stand being asked twice. Files that come in say themselves how far they are, and
/// pass by.
public final class DoneOnce extends OncePerRequestFilter {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration IN_HAND_AT_MOST = Duration.ofMinutes(1);
    private static final Pattern FORM = Pattern.compile("\"([\\x21\\x23-\\x7E]{1,128})\"|([A-Za-z0-9._~:-]{1,128})");

    private final Wishes wishes;
    private final Problems problems;
    private final Clock clock;

    public DoneOnce(Wishes wishes, Problems problems, Clock clock) {
        this.wishes = wishes;
        this.problems = problems;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Door.isOurs(request)
                || Door.isUpload(request)
                || request.getHeader(Headers.IDEMPOTENCY_KEY) == null
                || request.getMethod().equals("GET")
                || Call.actorOf(request).isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<String> name = name(request.getHeader(Headers.IDEMPOTENCY_KEY));
        if (name.isEmpty()) {
            problems.write(request, response, ApiProblem.of(400, "idempotency-key-malformed"));
            return;
        }
        try {
            handle(request, response, chain, name.get());
        } catch (DatabaseUnavailable e) {
            problems.write(request, response, ApiProblem.later(503, "database-unavailable", Duration.ofSeconds(5)));
        }
    }

    private void handle(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String name)
            throws ServletException, IOException {
        Actor actor = Call.actorOf(request).orElseThrow();
        Wishes.Wish wish = new Wishes.Wish(actor.person(), name);
        Instant now = clock.instant();
        switch (wishes.take(wish, digest(request), now, now.minus(IN_HAND_AT_MOST), now.minus(KEPT))) {
            case Wishes.Found.Taken _ -> doAndKeep(request, response, chain, wish);
            case Wishes.Found.Answered(Wishes.KeptAnswer answer) -> repeat(response, answer);
            case Wishes.Found.InHand _ ->
                problems.write(
                        request, response, ApiProblem.later(409, "idempotency-key-in-hand", Duration.ofSeconds(2)));
            case Wishes.Found.AnotherWish _ ->
                problems.write(request, response, ApiProblem.of(422, "idempotency-key-reused"));
        }
    }

    private void doAndKeep(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain, Wishes.Wish wish)
            throws ServletException, IOException {
        ContentCachingResponseWrapper kept = new ContentCachingResponseWrapper(response);
        boolean done = false;
        try {
            chain.doFilter(request, kept);
            done = kept.getStatus() >= 200 && kept.getStatus() < 300;
        } finally {
            if (done) {
                wishes.answered(wish, answer(kept));
            } else {
                wishes.letGo(wish);
            }
        }
        kept.copyBodyToResponse();
    }

    private static Wishes.KeptAnswer answer(ContentCachingResponseWrapper kept) {
        return new Wishes.KeptAnswer(
                kept.getStatus(),
                Optional.ofNullable(kept.getContentType()).orElse("application/json"),
                Optional.ofNullable(kept.getHeader("ETag")),
                Optional.ofNullable(kept.getHeader("Location")),
                kept.getContentAsByteArray());
    }

    private static void repeat(HttpServletResponse response, Wishes.KeptAnswer answer) throws IOException {
        response.setStatus(answer.status());
        response.setContentType(answer.contentType());
        response.setHeader(Headers.REPEATED, "true");
        answer.entityTag().ifPresent(tag -> response.setHeader("ETag", tag));
        answer.location().ifPresent(location -> response.setHeader("Location", location));
        response.getOutputStream().write(answer.body());
    }

    private static String digest(HttpServletRequest request) {
        byte[] body = request instanceof KeptBody kept ? kept.body() : new byte[0];
        byte[] head = Utf8.bytes(request.getMethod() + ' ' + request.getRequestURI() + '\n');
        return HexFormat.of().formatHex(Sha256.digest(head, body));
    }

    /// The key is a string of RFC 8941, in quotation marks; many callers leave the marks out.
    private static Optional<String> name(String header) {
        var form = FORM.matcher(header.strip());
        return form.matches() ? Optional.of(form.group(1) == null ? form.group(2) : form.group(1)) : Optional.empty();
    }
}
