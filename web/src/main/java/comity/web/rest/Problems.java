package comity.web.rest;

import comity.api.Objection;
import comity.api.Problem;
import comity.kernel.Language;
import comity.kernel.transaction.DatabaseUnavailable;
import comity.kernel.transaction.OutcomeUnknown;
import comity.web.WebSettings;
import comity.web.law.LawComplaints;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/// Turns whatever ended a call under `/api` into a problem, in the caller's language. Pages keep their own.
public final class Problems implements HandlerExceptionResolver, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final Duration DATABASE_BACK = Duration.ofSeconds(5);

    private final Speech speech;
    private final LawComplaints law;
    private final WebSettings settings;

    public Problems(Speech speech, LawComplaints law, WebSettings settings) {
        this.speech = speech;
        this.law = law;
        this.settings = settings;
    }

    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (!Door.isOurs(request)) {
            return null;
        }
        try {
            write(request, response, problem(failure));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ModelAndView();
    }

    private static ApiProblem problem(Exception failure) {
        return switch (failure) {
            case ApiProblem known -> known;
            case DatabaseUnavailable _ -> ApiProblem.later(503, "database-unavailable", DATABASE_BACK);
            case OutcomeUnknown _ -> ApiProblem.later(503, "outcome-unknown", DATABASE_BACK);
            case ErrorResponse http -> ofHttp(http.getStatusCode().value());
            default -> {
                LOG.error("A call failed", failure);
                yield ApiProblem.of(500, "failed");
            }
        };
    }

    private static ApiProblem ofHttp(int status) {
        return switch (status) {
            case 404 -> ApiProblem.of(404, "no-such-path");
            case 405 -> ApiProblem.of(405, "method-not-allowed");
            case 406 -> ApiProblem.of(406, "not-acceptable");
            case 413 -> ApiProblem.of(413, "body-too-large");
            case 415 -> ApiProblem.of(415, "media-type");
            default -> ApiProblem.of(status, status < 500 ? "call-wrong" : "failed");
        };
    }

    /// Writes a problem as the answer.
    void write(HttpServletRequest request, HttpServletResponse response, ApiProblem problem) throws IOException {
        Call call = Call.of(request, settings.language());
        Map<String, String> details = problem.details();
        Long retryAfter = problem.retryAfter().map(Duration::toSeconds).orElse(null);
        Problem body = new Problem(
                Problem.TYPE_PREFIX + problem.code(),
                text(call, problem, "title"),
                problem.status(),
                text(call, problem, "detail"),
                request.getRequestURI(),
                Call.traceOf(request),
                errors(call.language(), problem),
                retryAfter);
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.setHeader("Content-Language", call.language().tag());
        response.setHeader("Vary", "Accept-Language");
        if (retryAfter != null) {
            response.setHeader("Retry-After", retryAfter.toString());
        }
        if (problem.status() == 401) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        if (problem.status() == 412 && details.containsKey("version")) {
            response.setHeader("ETag", '"' + details.get("version") + '"');
        }
        response.getOutputStream().write(ApiJson.write(body));
    }

    /// What is wrong with a file of law has its own words, because its codes are those of its reader.
    private List<Objection> errors(Language language, ApiProblem problem) {
        return problem.code().equals(ApiProblem.LAW_NOT_TAKEN)
                ? problem.complaints().stream()
                        .map(complaint -> law.objection(language, complaint))
                        .toList()
                : speech.objections(language, problem.complaints());
    }

    /// The words of a problem. A ground of the safeguards has its own words; any other code without words is
    /// shown by those of its status.
    private String text(Call call, ApiProblem problem, String part) {
        Language language = call.language();
        String ground = problem.details().get("ground");
        if (ground != null && part.equals("detail")) {
            return speech.find(language, "not-allowed." + ground, Map.of())
                    .orElseGet(() -> speech.say(language, "api.problem.forbidden.detail", ground, problem.details()));
        }
        String status = "status-" + problem.status();
        Map<String, String> details = inWords(language, problem.details());
        return speech.find(language, "api.problem." + problem.code() + "." + part, details)
                .orElseGet(() -> speech.say(language, "api.problem." + status + "." + part, problem.code(), details));
    }

    private Map<String, String> inWords(Language language, Map<String, String> details) {
        String state = details.get("state");
        return state == null ? details : Map.of("state", speech.say(language, "state." + state, state));
    }
}
