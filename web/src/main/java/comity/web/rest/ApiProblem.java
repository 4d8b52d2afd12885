package comity.web.rest;

import comity.kernel.Complaint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Ends a call with a problem (RFC 9457). An expected answer, thrown because it ends the call from wherever it is
/// found.
final class ApiProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// A file of law is refused, place by place.
    static final String LAW_NOT_TAKEN = "law-not-taken";

    private final int status;
    private final String code;
    private final transient Map<String, String> details;
    private final transient List<Complaint> complaints;
    private final transient Optional<Duration> retryAfter;

    private ApiProblem(
            int status,
            String code,
            Map<String, String> details,
            List<Complaint> complaints,
            Optional<Duration> retryAfter) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.details = details;
        this.complaints = complaints;
        this.retryAfter = retryAfter;
    }

    static ApiProblem of(int status, String code) {
        return of(status, code, Map.of());
    }

    static ApiProblem of(int status, String code, Map<String, String> details) {
        return new ApiProblem(status, code, details, List.of(), Optional.empty());
    }

    static ApiProblem later(int status, String code, Duration retryAfter) {
        return new ApiProblem(status, code, Map.of(), List.of(), Optional.of(retryAfter));
    }

    /// What was given is wrong; everything that is wrong with it is named.
    static ApiProblem wrong(String code, List<Complaint> complaints) {
        return new ApiProblem(422, code, Map.of(), complaints, Optional.empty());
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    Map<String, String> details() {
        return details;
    }

    List<Complaint> complaints() {
        return complaints;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
