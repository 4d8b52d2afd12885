package comity.web.rest;

import comity.kernel.Actor;
import comity.kernel.Complaint;
import comity.kernel.Language;
import comity.kernel.RequestReference;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/// One call of a program: who acts, in which language, and what was given. Controllers read a call only through
/// this.
final class Call {
    /// How many lines a page has at most.
    static final int MOST_LINES = 200;

    private static final String ACTOR = Call.class.getName() + ".actor";
    private static final String TRACE = Call.class.getName() + ".trace";
    private static final int USUAL_LINES = 50;
    private static final Pattern ENTITY_TAG = Pattern.compile("\\s*\"(\\d{1,18})\"\\s*");

    private final HttpServletRequest request;
    private final Language language;

    private Call(HttpServletRequest request, Language language) {
        this.request = request;
        this.language = language;
    }

    static Call of(HttpServletRequest request, Language otherwise) {
        return new Call(request, wanted(request.getHeader("Accept-Language"), otherwise));
    }

    /// The first of the six languages that the caller can read.
    private static Language wanted(@org.jspecify.annotations.Nullable String header, Language otherwise) {
        if (header == null || header.length() > 500) {
            return otherwise;
        }
        try {
            return java.util.Locale.LanguageRange.parse(header).stream()
                    .filter(range -> range.getWeight() > 0)
                    .flatMap(range -> Language.ofTag(range.getRange()).stream())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IllegalArgumentException e) {
            return otherwise;
        }
    }

    static void signIn(HttpServletRequest request, Actor actor) {
        request.setAttribute(ACTOR, actor);
    }

    static Optional<Actor> actorOf(HttpServletRequest request) {
        return request.getAttribute(ACTOR) instanceof Actor actor ? Optional.of(actor) : Optional.empty();
    }

    static void trace(HttpServletRequest request, String word) {
        request.setAttribute(TRACE, word);
    }

    static String traceOf(HttpServletRequest request) {
        return request.getAttribute(TRACE) instanceof String word ? word : "";
    }

    /// Who acts.
    ///
    /// @throws ApiProblem 401 when nobody is known
    Actor actor() {
        return actorOf(request).orElseThrow(() -> ApiProblem.of(401, "token-missing"));
    }

    Language language() {
        return language;
    }

    /// What finds this call in the log.
    String correlationId() {
        return traceOf(request);
    }

    String path() {
        return request.getRequestURI();
    }

    String remoteAddress() {
        return request.getRemoteAddr();
    }

    /// The body as the record that the operation asks for.
    <R extends Record> R body(Class<R> type) {
        if (!isJson(request.getContentType())) {
            throw ApiProblem.of(415, "media-type");
        }
        return BodyReader.read(bytes(), type);
    }

    private static boolean isJson(@org.jspecify.annotations.Nullable String type) {
        try {
            return type != null && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private byte[] bytes() {
        try {
            return request.getInputStream().readAllBytes();
        } catch (java.io.IOException e) {
            throw ApiProblem.of(400, "body-incomplete");
        }
    }

    /// Which version of a thing the caller has seen; empty when any will do.
    OptionalLong version() {
        String given = request.getHeader("If-Match");
        if (given == null || given.strip().equals("*")) {
            return OptionalLong.empty();
        }
        Matcher tag = ENTITY_TAG.matcher(given);
        if (!tag.matches()) {
            // Whatever it is, it is no version of ours.
            throw ApiProblem.of(412, "stale");
        }
        return OptionalLong.of(Long.parseLong(tag.group(1)));
    }

    /// The version, where nothing is done without one.
    ///
    /// @throws ApiProblem 428 when it is not given
    long versionRequired(long current) {
        if (request.getHeader("If-Match") == null) {
            throw ApiProblem.of(428, "version-missing");
        }
        return version().orElse(current);
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(text -> !text.isBlank());
    }

    /// Every value of a word of the query that may stand several times.
    List<String> queries(String name) {
        String[] given = request.getParameterValues(name);
        return given == null ? List.of() : List.of(given);
    }

    /// How many lines are wanted.
    ///
    /// @throws ApiProblem 422 when it is not a number from 1 to the most that is given
    int limit() {
        Optional<String> given = query("limit");
        if (given.isEmpty()) {
            return USUAL_LINES;
        }
        if (!given.get().matches("\\d{1,3}")
                || Integer.parseInt(given.get()) < 1
                || Integer.parseInt(given.get()) > MOST_LINES) {
            throw wrongQuery("limit", "limit-wrong", Map.of("most", Integer.toString(MOST_LINES)));
        }
        return Integer.parseInt(given.get());
    }

    /// What is wrong with one word of the query.
    static ApiProblem wrongQuery(String name, String code, Map<String, String> details) {
        return ApiProblem.wrong(
                "query-wrong", List.of(Complaint.blocks("/" + name, code).with(details)));
    }

    /// A reference of the path. One that cannot exist is not found, like one that does not.
    static RequestReference reference(String typed) {
        return RequestReference.parse(typed).orElseThrow(() -> ApiProblem.of(404, "not-found"));
    }

    /// The same page with another cursor, for a `Link` header.
    String pathWithCursor(String cursor) {
        String others = request.getParameterMap().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("cursor"))
                .flatMap(entry -> java.util.Arrays.stream(entry.getValue())
                        .map(value -> encoded(entry.getKey()) + "=" + encoded(value) + "&"))
                .sorted()
                .collect(java.util.stream.Collectors.joining());
        return path() + "?" + others + "cursor=" + encoded(cursor);
    }

    private static String encoded(String text) {
        return java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
